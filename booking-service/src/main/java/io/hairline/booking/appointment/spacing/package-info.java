/**
 * What a move or an end of one session means for the others of its course, and the times that are held for those that
 * have to move with it; the course knows.
 * Emits and hears nothing.
 */
@NamedInterface("spacing")
@NullMarked
package io.hairline.booking.appointment.spacing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
