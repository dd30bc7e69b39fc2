/**
 * The log-in page and what stands before it: throttling of guesses, sessions that all instances share, and cookies that
 * no script can read.
 */
@NullMarked
package io.hairline.identity.login;

import org.jspecify.annotations.NullMarked;
