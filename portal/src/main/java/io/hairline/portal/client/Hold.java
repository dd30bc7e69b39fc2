package io.hairline.portal.client;

import io.hairline.portal.brand.Appointment;
import java.io.Serializable;
import java.time.OffsetDateTime;

/** A slot that waits for her word; the token that proves it stays in her session. */
record Hold(String id, String token, OffsetDateTime expiresAt, Appointment slot) implements Serializable {}
