package io.hairline.portal.client;

import org.jspecify.annotations.Nullable;

/** The client, as booking knows them. */
record Person(
        String id,
        @Nullable Long version,
        String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String phone,
        String language,
        String zone,
        String homeClinicId,
        @Nullable Boolean emailConfirmed) {}
