/**
 * Who works for the brand, what she logs in with and what she may be where; no names and no addresses.
 * Emits PersonEnrolled, RoleAssigned and RoleWithdrawn, which every service keeps a copy of.
 */
@NullMarked
package io.hairline.headoffice.people;

import org.jspecify.annotations.NullMarked;
