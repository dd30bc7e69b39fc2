/**
 * Only in a demo: changing roles with one click, moving the clock, reading the mail that nobody really gets. Outside a
 * demo none of it exists.
 */
@NullMarked
package io.hairline.portal.demo;

import org.jspecify.annotations.NullMarked;
