package io.hairline.portal.visit;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.input.SubmittedForm;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;

/** A time that is kept for a visitor; the token that proves it stays in the session. */
record HeldTime(String id, String token, OffsetDateTime expiresAt, Appointment slot) implements Serializable {

    /** What the visitor told of themselves, as it is registered. */
    static Map<String, Object> details(SubmittedForm form) {
        return form.body("givenName", "familyName", "dateOfBirth", "email", "phone");
    }

    /** Another for other details, so that a page can say which ones it shows. */
    static String fingerprint(SubmittedForm form) {
        byte[] all = details(form).toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(all).toString();
    }

    /** What the visitor typed, as a form. */
    static SubmittedForm form(Map<?, ?> fields) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach((name, value) -> form.add(String.valueOf(name), String.valueOf(value)));
        return new SubmittedForm(form);
    }
}
