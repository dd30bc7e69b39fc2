/**
 * Who can log in, and by what name. Hears PersonEnrolled. In a demo the demo's clients have logins
 * too.
 */
@NullMarked
package io.hairline.identity.account;

import org.jspecify.annotations.NullMarked;
