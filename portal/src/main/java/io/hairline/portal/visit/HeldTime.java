package io.hairline.portal.visit;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.input.SubmittedForm;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;

/** A time that is kept for a visitor; the token that proves it stays in the session. */
record HeldTime(String id, String token, OffsetDateTime expiresAt, Appointment slot) implements Serializable {

    /** What the visitor typed, as a form. */
    static SubmittedForm form(Map<?, ?> fields) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach((name, value) -> form.add(String.valueOf(name), String.valueOf(value)));
        return new SubmittedForm(form);
    }
}
