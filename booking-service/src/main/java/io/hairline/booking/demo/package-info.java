/**
 * The demo franchise's clients and the coming weeks of its diaries, made through the same use cases as everybody's.
 * Only there when the brand is a demo.
 */
@NullMarked
package io.hairline.booking.demo;

import org.jspecify.annotations.NullMarked;
