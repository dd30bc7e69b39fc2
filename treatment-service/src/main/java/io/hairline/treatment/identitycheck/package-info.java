/**
 * Somebody of the clinic has seen an identity document: the client is who the clinic thinks, and of age.
 * Emits {@code IdentityChecked}; neither number nor copy of a paper is kept.
 */
@NullMarked
package io.hairline.treatment.identitycheck;

import org.jspecify.annotations.NullMarked;
