/**
 * What people wrote beside the code of a reason. Free text stays out of events; it is sealed with booking's own key, so that
 * who has only the database reads nothing.
 */
@NullMarked
package io.hairline.booking.note;

import org.jspecify.annotations.NullMarked;
