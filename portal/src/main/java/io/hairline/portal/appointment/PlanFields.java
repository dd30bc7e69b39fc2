package io.hairline.portal.appointment;

import io.hairline.portal.input.SubmittedForm;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sessions of a plan as they are filled in: one area for all, a density for each. */
final class PlanFields {

    private static final String NUMBING = "numbing.wanted";
    private static final String PRODUCT = "numbing.product";
    private static final String PRICE = "price";

    private PlanFields() {}

    static Map<String, Object> plan(SubmittedForm form) {
        Map<String, Object> body = form.body("clientId", "kind");
        body.put("sessions", sessions(form, true));
        body.put("risksExplained", form.all("risksExplained"));
        if (form.has(NUMBING)) {
            Map<String, Object> numbing = new HashMap<>();
            numbing.put("wanted", isNumbed(form));
            if (form.has(PRODUCT)) {
                numbing.put("product", form.text(PRODUCT));
            }
            body.put("numbing", numbing);
        }
        return body;
    }

    /** What is asked for by the catalogue, whatever price stands in the form. */
    static Map<String, Object> quote(SubmittedForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sessions", sessions(form, false));
        body.put("numbing", isNumbed(form));
        return body;
    }

    private static boolean isNumbed(SubmittedForm form) {
        return Boolean.parseBoolean(form.text(NUMBING));
    }

    private static List<Map<String, Object>> sessions(SubmittedForm form, boolean priced) {
        List<Map<String, Object>> sessions = form.rows(
                "session.serviceCode", List.of("session.density"), priced ? List.of("session.price") : List.of());
        List<String> zones = form.all("zones");
        for (Map<String, Object> it : sessions) {
            Object price = it.remove(PRICE);
            if (price != null) {
                it.put(PRICE, Map.of("amount", price, "currency", form.text("currency")));
            }
            if (!zones.isEmpty()) {
                it.put("zones", zones);
            }
        }
        return sessions;
    }
}
