/**
 * Who can log in, and by what name. Hears PersonEnrolled; in a demo also ClientRegistered, to give the demo's clients a
 * login.
 */
@NullMarked
package io.hairline.identity.account;

import org.jspecify.annotations.NullMarked;
