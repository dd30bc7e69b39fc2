/** On which days each practitioner treated where, kept from treatment's events for the limits of guests. */
@NullMarked
package io.hairline.headoffice.compliance.guest;

import org.jspecify.annotations.NullMarked;
