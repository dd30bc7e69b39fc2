/**
 * Who can log in, and by what name. Hears PersonEnrolled and booking.contacts. In a demo the demo's clients have short
 * logins too. A client's first password for an address is told by {@link io.hairline.identity.account.confirmation}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.identity.account;

import org.jspecify.annotations.NullMarked;
