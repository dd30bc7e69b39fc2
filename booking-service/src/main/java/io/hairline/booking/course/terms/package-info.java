/** What a course would ask for, read before a plan is signed; it stores and says nothing. */
@NullMarked
package io.hairline.booking.course.terms;

import org.jspecify.annotations.NullMarked;
