package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the clinics have in stock through the two years, and the papers that clients sign. */
final class DemoStock {

    private static final String TREATMENT = "treatment";
    private static final Duration ORDERED_EVERY = Duration.ofDays(250);
    private static final int DELIVERIES = 3;
    private static final int YEARS_GOOD = 3;

    private final Instant opened;
    private final Map<String, String> lots = new HashMap<>();
    private final Map<String, String> consents = new HashMap<>();

    private DemoStock(Instant opened) {
        this.opened = opened;
    }

    /** Receives everything that the clinics will use. */
    static DemoStock fill(BackdatedClient then, Instant opened) {
        DemoStock shelf = new DemoStock(opened);
        for (String clinic : DemoIds.CLINICS) {
            for (int number = 0; number < DELIVERIES; number++) {
                shelf.receive(then, clinic, number, "PIGMENT", "Carbon Black", "CI 77266", 60);
                shelf.receive(then, clinic, number, "NEEDLE", "Round liner cartridges", "3RL", 100);
            }
        }
        for (String language : List.of("de", "en")) {
            String template = then.get(
                            TREATMENT, "desk-ber", "/consent-templates?purpose=TREATMENT&language=" + language)
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            shelf.consents.put(language, template);
        }
        return shelf;
    }

    private void receive(
            BackdatedClient then,
            String clinic,
            int number,
            String kind,
            String product,
            String colourIndex,
            int amount) {
        Instant at = opened.plus(ORDERED_EVERY.multipliedBy(number));
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        String delivery = "%s%d-%s".formatted(kind.charAt(0), number + 1, clinic);
        // All clinics have the pigment from the same batches, so that a recall concerns several of them.
        String lotNumber = kind.equals("PIGMENT") ? "P" + (number + 1) : delivery;
        String id = then.post(
                        TREATMENT,
                        "manager-" + clinic.toLowerCase(Locale.ROOT),
                        at,
                        "history-lot-" + delivery,
                        "/lots",
                        Map.of(
                                "clinicId", DemoIds.clinic(clinic).value(),
                                "kind", kind,
                                "maker", "Demo Supplies",
                                "product", product,
                                "colourIndex", colourIndex,
                                "lotNumber", lotNumber,
                                "expiresOn", day.plusYears(YEARS_GOOD).toString(),
                                "millilitres", amount))
                .path("id")
                .asString();
        lots.put(kind + clinic + number, id);
    }

    String pigmentOn(String clinic, Instant at) {
        return lot("PIGMENT", clinic, at);
    }

    String needlesOn(String clinic, Instant at) {
        return lot("NEEDLE", clinic, at);
    }

    private String lot(String kind, String clinic, Instant at) {
        long delivery = Duration.between(opened, at).dividedBy(ORDERED_EVERY);
        return lots.getOrDefault(kind + clinic + Math.clamp(delivery, 0, DELIVERIES - 1), "");
    }

    String consentIn(String language) {
        return consents.getOrDefault(language, "");
    }
}
