/** When each client was last treated in each clinic, kept from treatment's events, and when the keeping time of charts ends. */
@NullMarked
package io.hairline.headoffice.compliance.retention;

import org.jspecify.annotations.NullMarked;
