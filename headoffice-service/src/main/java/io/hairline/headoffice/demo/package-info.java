/**
 * A small franchise to try everything on, founded through the same use cases as a real one.
 * There is none of it unless {@code hairline.demo} is true.
 */
@NullMarked
package io.hairline.headoffice.demo;

import org.jspecify.annotations.NullMarked;
