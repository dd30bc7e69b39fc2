/**
 * Somebody of the clinic has seen her papers: she is who she says, and of age.
 * Emits {@code IdentityChecked}; neither number nor copy of a paper is kept.
 */
@NullMarked
package io.hairline.treatment.identitycheck;

import org.jspecify.annotations.NullMarked;
