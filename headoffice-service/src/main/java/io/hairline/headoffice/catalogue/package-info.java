/**
 * What the brand offers and how long it takes, the same in every clinic.
 * Emits ServiceOffered.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "csv")
@NullMarked
package io.hairline.headoffice.catalogue;

import org.jspecify.annotations.NullMarked;
