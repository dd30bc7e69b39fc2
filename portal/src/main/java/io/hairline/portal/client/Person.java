package io.hairline.portal.client;

/** The client herself, as booking knows her. */
record Person(String id, String givenName, String familyName, String language, String zone, String homeClinicId) {}
