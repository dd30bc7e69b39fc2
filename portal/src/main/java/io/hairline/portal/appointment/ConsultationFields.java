package io.hairline.portal.appointment;

import io.hairline.portal.input.SubmittedForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a consultation's history, wish and expectations was filled in; what wasn't isn't sent. */
final class ConsultationFields {

    private static final String TREATMENTS = "hairLoss.earlierTreatments";
    private static final String SINCE = "hairLoss.sinceYear";

    private ConsultationFields() {}

    static Map<String, Object> of(SubmittedForm form) {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Object> hairLoss = part(form, "hairLoss", "course", "note");
        if (form.has(SINCE)) {
            hairLoss.put("sinceYear", form.number(SINCE));
        }
        List<String> treatments = form.all(TREATMENTS);
        if (!treatments.isEmpty()) {
            hairLoss.put("earlierTreatments", treatments);
        }
        putFilled(all, "hairLoss", hairLoss);
        putFilled(all, "wish", part(form, "wish", "shape", "density"));
        putFilled(all, "expectations", part(form, "expectations", "clientSaid", "toldRealistic"));
        return all;
    }

    private static Map<String, Object> part(SubmittedForm form, String part, String... names) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : names) {
            if (form.has(part + "." + name)) {
                fields.put(name, form.text(part + "." + name));
            }
        }
        return fields;
    }

    private static void putFilled(Map<String, Object> all, String name, Map<String, Object> part) {
        if (!part.isEmpty()) {
            all.put(name, part);
        }
    }
}
