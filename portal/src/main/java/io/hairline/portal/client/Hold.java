package io.hairline.portal.client;

import io.hairline.portal.brand.Appointment;
import java.io.Serializable;
import java.time.OffsetDateTime;

/** A slot that waits for the client's word; the token that proves it stays in the session. */
record Hold(String id, String token, OffsetDateTime expiresAt, Appointment slot) implements Serializable {}
