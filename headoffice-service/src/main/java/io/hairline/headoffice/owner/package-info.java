/**
 * The companies that own clinics under the brand's contract; no people, no addresses.
 * Emits OwnerSigned.
 */
@NullMarked
package io.hairline.headoffice.owner;

import org.jspecify.annotations.NullMarked;
