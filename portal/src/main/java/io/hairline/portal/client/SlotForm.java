package io.hairline.portal.client;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A slot that somebody clicked. */
record SlotForm(
        String clinicId,
        String practitionerId,
        @Nullable String chairId,
        String serviceCode,
        String startsAt,
        String once) {

    Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("clinicId", clinicId);
        body.put("practitionerId", practitionerId);
        body.put("startsAt", startsAt);
        if (chairId != null && !chairId.isBlank()) {
            body.put("chairId", chairId);
        }
        return body;
    }

    /** Each slot of a page is a wish of its own. */
    String key(String what) {
        return what + "-" + once + "-" + Integer.toHexString((practitionerId + startsAt).hashCode());
    }
}
