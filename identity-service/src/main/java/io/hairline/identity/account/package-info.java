/**
 * Who can log in, and by what name. Hears PersonEnrolled and booking.contacts. In a demo the demo's clients have short
 * logins too.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.identity.account;

import org.jspecify.annotations.NullMarked;
