/**
 * What the pages know of the brand, as its APIs tell it: clinics, people who treat, the catalogue, slots and
 * appointments, the business time; and how people say each of them. Unknown fields and codes are left alone.
 */
@NullMarked
package io.hairline.portal.brand;

import org.jspecify.annotations.NullMarked;
