package io.hairline.portal.times;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slot that somebody chose.
 *
 * @param version of the appointment that is to be moved, as the page showed it; absent where none is
 */
public record SlotForm(
        String clinicId,
        String practitionerId,
        @Nullable String chairId,
        String serviceCode,
        String startsAt,
        @Nullable String once,
        @Nullable Long version) {

    /** The slot's fields as the services want them, without the service. */
    public Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("clinicId", clinicId);
        body.put("practitionerId", practitionerId);
        body.put("startsAt", startsAt);
        if (chairId != null && !chairId.isBlank()) {
            body.put("chairId", chairId);
        }
        return body;
    }

    public OffsetDateTime start() {
        return OffsetDateTime.parse(startsAt);
    }

    /** An idempotency key: each slot of a page, and what is done with it, is a wish of its own. */
    public String key(String what) {
        String wish = String.join("/", what, String.valueOf(once), clinicId, practitionerId, serviceCode, startsAt);
        return UUID.nameUUIDFromBytes(wish.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
