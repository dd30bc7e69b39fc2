package io.hairline.launcher.history;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** A clinic, as far as its history needs to know it. */
record DemoClinic(String id, ZoneId zone, String currency) {

    /** Each by its code. */
    static Map<String, DemoClinic> all(BackdatedClient api) {
        Map<String, DemoClinic> clinics = new HashMap<>();
        api.get("headoffice", "head-office", "/clinics?limit=100")
                .path("items")
                .forEach(it -> clinics.put(
                        it.path("code").asString(),
                        new DemoClinic(
                                it.path("id").asString(),
                                ZoneId.of(it.path("zone").asString()),
                                it.path("currency").asString())));
        return clinics;
    }
}
