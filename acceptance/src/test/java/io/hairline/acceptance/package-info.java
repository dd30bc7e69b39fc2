/**
 * The system as real processes: what it does for people, and what it still does while its parts are killed, frozen and
 * lied to. Each test leaves the world to the next one, so what holds at the end of a test holds for all before it.
 */
@NullMarked
package io.hairline.acceptance;

import org.jspecify.annotations.NullMarked;
