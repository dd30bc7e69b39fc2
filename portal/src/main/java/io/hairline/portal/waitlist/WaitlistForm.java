package io.hairline.portal.waitlist;

import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is filled in to join the waitlist. */
final class WaitlistForm {

    private WaitlistForm() {}

    /** The days of the week by their codes, in the reader's language. */
    static Map<String, String> weekdays() {
        Map<String, String> days = new LinkedHashMap<>();
        for (DayOfWeek it : DayOfWeek.values()) {
            days.put(it.name(), Texts.weekday(it));
        }
        return days;
    }

    static Map<String, Object> body(SubmittedForm form, String clientId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("clientId", clientId);
        body.putAll(form.body("serviceCode", "from", "to", "earliest", "latest"));
        List<String> clinics =
                form.all("clinicIds").stream().filter(it -> !it.isBlank()).toList();
        if (!clinics.isEmpty()) {
            body.put("clinicIds", clinics);
        }
        List<String> days =
                form.all("days").stream().filter(it -> !it.isBlank()).toList();
        if (!days.isEmpty()) {
            body.put("days", days);
        }
        return body;
    }
}
