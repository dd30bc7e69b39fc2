package io.hairline.portal.times;

import io.hairline.portal.api.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    /** What the address or the form leaves out is empty. */
    public SlotForm {
        clinicId = Objects.requireNonNullElse(clinicId, "");
        practitionerId = Objects.requireNonNullElse(practitionerId, "");
        serviceCode = Objects.requireNonNullElse(serviceCode, "");
        startsAt = Objects.requireNonNullElse(startsAt, "");
    }

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

    /** @throws ApiProblem if it is no time */
    public OffsetDateTime start() {
        return start(startsAt);
    }

    /** @throws ApiProblem if it is no time */
    public static OffsetDateTime start(String startsAt) {
        try {
            return OffsetDateTime.parse(startsAt);
        } catch (DateTimeParseException _) {
            throw ApiProblem.input("startsAt", "field.moment-form");
        }
    }

    /** An idempotency key: each slot of a page, and what is done with it, is a wish of its own. */
    public String key(String what) {
        String wish = String.join("/", what, String.valueOf(once), clinicId, practitionerId, serviceCode, startsAt);
        return UUID.nameUUIDFromBytes(wish.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
