/**
 * How booking is tried as a whole: a head office that tells it of clinics, people at its doors, and their calls.
 */
@NullMarked
package io.hairline.treatment;

import org.jspecify.annotations.NullMarked;
