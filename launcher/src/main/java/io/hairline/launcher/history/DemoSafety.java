package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A recall that some clients have confirmed, a light that was overridden, a lot that runs low as it ends, and one in quarantine. */
final class DemoSafety {

    private static final String TREATMENT = "treatment";
    private static final String HEAD_OFFICE = "head-office";
    private static final int ACKNOWLEDGED = 1;
    private static final Set<String> WITHOUT_NEEDLE = Set.of("CONSULTATION", "PATCH_TEST");

    private final BackdatedClient api;
    private final Instant now;

    DemoSafety(BackdatedClient api, Instant now) {
        this.api = api;
        this.now = now;
    }

    void play(Map<String, DemoClinic> clinics) {
        recall();
        DemoClinic london = clinics.get("LON");
        if (london != null) {
            override("lon", london);
            runLow("BER", london);
        }
        holdBack("HAM");
    }

    /** Needles of one clinic's first delivery, with which few were treated. */
    private void recall() {
        String recall = post(
                        HEAD_OFFICE,
                        "recall",
                        "/recalls",
                        Map.of(
                                "maker",
                                "Demo Supplies",
                                "product",
                                "Round liner cartridges",
                                "lotNumber",
                                "N1-VIE",
                                "reason",
                                "The maker withdraws this batch: some seals may not be tight."))
                .path("id")
                .asString();
        for (JsonNode it : api.get(TREATMENT, HEAD_OFFICE, "/recalls/" + recall + "/clients?limit=" + ACKNOWLEDGED)
                .path("items")) {
            String client = it.path("clientId").asString();
            IntStream.rangeClosed(1, DemoIds.CLIENTS)
                    .filter(number -> DemoIds.client(number).value().equals(client))
                    .forEach(number -> post(
                            "client-" + number,
                            "acknowledged-" + number,
                            "/recalls/" + recall + "/acknowledge",
                            Map.of()));
        }
    }

    /** A client who comes a day before the appointment. */
    private void override(String code, DemoClinic clinic) {
        LocalDate tomorrow = LocalDate.ofInstant(now, clinic.zone()).plusDays(1);
        String path = "/appointments?clinicId=%s&date=%s&limit=100".formatted(clinic.id(), tomorrow);
        for (JsonNode it : api.get("booking", "desk-" + code, path).path("items")) {
            if (it.path("status").asString("").equals("CONFIRMED")
                    && !WITHOUT_NEEDLE.contains(it.path("serviceCode").asString(""))) {
                post(
                        "manager-" + code,
                        "override",
                        "/readiness/" + it.path("id").asString() + "/override",
                        Map.of("stepCode", "APPOINTMENT_DAY", "reason", "The client is in town today alone."));
                return;
            }
        }
    }

    /** Most of a bottle that ends in a few days goes to another clinic. */
    private void runLow(String from, DemoClinic to) {
        onBottle(
                from,
                (manager, lot) -> post(
                        HEAD_OFFICE,
                        "low",
                        "/lots/" + lot + "/transfer",
                        Map.of("clinicId", to.id(), "millilitres", 26)));
    }

    private void holdBack(String clinic) {
        onBottle(
                clinic,
                (manager, lot) -> post(
                        manager, "held-back", "/lots/" + lot + "/quarantine", Map.of("reasonCode", "STORED_WRONGLY")));
    }

    /** With the clinic's bottle that ends soon, as its manager. */
    private void onBottle(String clinic, BiConsumer<String, String> then) {
        String manager = "manager-" + clinic.toLowerCase(Locale.ROOT);
        String list = "/lots?limit=100&clinicId=" + DemoIds.clinic(clinic).value();
        for (JsonNode it : api.get(TREATMENT, manager, list).path("items")) {
            if (it.path("lotNumber").asString("").matches("S\\d-" + clinic)) {
                then.accept(manager, it.path("id").asString());
            }
        }
    }

    private JsonNode post(String who, String step, String path, Map<String, ?> body) {
        return api.post(TREATMENT, who, now, "safety-" + step, path, body);
    }
}
