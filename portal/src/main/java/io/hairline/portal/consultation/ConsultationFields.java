package io.hairline.portal.consultation;

import io.hairline.portal.input.SubmittedForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a consultation's findings was filled in; what wasn't isn't sent. */
public final class ConsultationFields {

    private static final String STYLE = "hairline.style";
    private static final String PHOTO = "hairline.photoId";
    private static final String TREATMENTS = "hairLoss.earlierTreatments";
    private static final String SIGNS = "examination.signs";
    private static final String SINCE = "hairLoss.sinceYear";

    private ConsultationFields() {}

    public static Map<String, Object> of(SubmittedForm form) {
        Map<String, Object> all = form.body("indication", "norwood", "ludwig", "fitzpatrick", "skin", "goals");
        if (form.has(STYLE) || form.has(PHOTO)) {
            all.put("hairline", hairline(form));
        }
        Map<String, Object> hairLoss = part(form, "hairLoss", "course", "note");
        if (form.has(SINCE)) {
            hairLoss.put("sinceYear", form.number(SINCE));
        }
        List<String> treatments = form.all(TREATMENTS);
        if (!treatments.isEmpty()) {
            hairLoss.put("earlierTreatments", treatments);
        }
        putFilled(all, "hairLoss", hairLoss);
        putFilled(all, "wish", part(form, "wish", "shape", "density", "colour"));
        Map<String, Object> examination = part(form, "examination", "note");
        List<String> signs = form.all(SIGNS);
        if (!signs.isEmpty() || !examination.isEmpty()) {
            examination.put("signs", signs);
        }
        putFilled(all, "examination", examination);
        putFilled(all, "expectations", part(form, "expectations", "clientSaid", "toldRealistic"));
        return all;
    }

    private static Map<String, Object> hairline(SubmittedForm form) {
        Map<String, Object> drawn = new LinkedHashMap<>();
        if (form.has(STYLE)) {
            drawn.put("style", form.text(STYLE));
        }
        for (String name : List.of("browDistanceMillimetres", "recessionMillimetres")) {
            if (form.has("hairline." + name)) {
                drawn.put(name, form.number("hairline." + name));
            }
        }
        if (form.has("hairline.shade")) {
            drawn.put("shade", form.text("hairline.shade"));
        }
        if (form.has(PHOTO)) {
            drawn.put("photoId", form.text(PHOTO));
        }
        return drawn;
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
