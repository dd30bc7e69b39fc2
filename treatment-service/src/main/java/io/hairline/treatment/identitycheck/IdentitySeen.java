package io.hairline.treatment.identitycheck;

/** What somebody of the clinic saw in an identity document. */
record IdentitySeen(IdentityDocument document, boolean birthDateMatches, boolean adult) {}
