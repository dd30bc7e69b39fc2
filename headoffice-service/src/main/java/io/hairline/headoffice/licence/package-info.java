/**
 * Which practitioner may work in which jurisdiction, and until when; booking refuses whom it doesn't know of.
 * Emits LicenceGranted and LicenceRevoked.
 */
@NullMarked
package io.hairline.headoffice.licence;

import org.jspecify.annotations.NullMarked;
