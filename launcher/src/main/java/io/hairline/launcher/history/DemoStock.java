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
import java.util.concurrent.ConcurrentHashMap;

/** What the clinics have in stock through the two years, and the papers that clients sign. */
final class DemoStock {

    private static final String TREATMENT = "treatment";
    private static final Duration ORDERED_EVERY = Duration.ofDays(250);
    private static final int DELIVERIES = 4;
    private static final int YEARS_GOOD = 3;
    private static final int ENDS_SOON_DAYS = 4;
    /** Its pigment bears the brand's own name, so that the brand answers for it. */
    static final String WITH_OWN_LABEL = "NYC";

    private final Instant opened;
    private final Map<String, String> lots = new ConcurrentHashMap<>();
    private final Map<String, String> consents = new HashMap<>();

    private DemoStock(Instant opened) {
        this.opened = opened;
    }

    /** Receives everything that the clinics will use. */
    static DemoStock fill(BackdatedClient api, Instant opened) {
        DemoStock stock = new DemoStock(opened);
        HistoryLoader.inParallel(DemoIds.CLINICS.stream()
                .<Runnable>map(clinic -> () -> {
                    for (int number = 0; number < DELIVERIES; number++) {
                        stock.receive(api, clinic, number, "PIGMENT", "Carbon Black", "CI 77266", 120);
                        stock.receive(api, clinic, number, "NEEDLE", "Round liner cartridges", "3RL", 100);
                    }
                })
                .toList());
        for (String language : List.of("de", "en")) {
            String template = api.get(
                            TREATMENT, "desk-ber", "/consent-templates?purpose=TREATMENT&language=" + language)
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            stock.consents.put(language, template);
        }
        return stock;
    }

    /** A bottle in each clinic that ends in the coming weeks. */
    static void addWhatEndsSoon(BackdatedClient api, Instant now) {
        Instant at = now.minus(Duration.ofDays(300));
        HistoryLoader.inParallel(DemoIds.CLINICS.stream()
                .<Runnable>map(clinic -> () -> receive(
                        api,
                        clinic,
                        at,
                        "PIGMENT",
                        "S%d-%s".formatted(DemoIds.CLINICS.indexOf(clinic) + 1, clinic),
                        Map.of("product", "Ash Brown", "colourIndex", "CI 77491", "millilitres", 30),
                        LocalDate.ofInstant(now, ZoneOffset.UTC)
                                .plusDays(ENDS_SOON_DAYS + 2L * DemoIds.CLINICS.indexOf(clinic))))
                .toList());
    }

    private void receive(
            BackdatedClient api,
            String clinic,
            int number,
            String kind,
            String product,
            String colourIndex,
            int amount) {
        Instant at = opened.plus(ORDERED_EVERY.multipliedBy(number));
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        // All clinics have the pigment from the same batches, so that a recall concerns several of them.
        String lotNumber = kind.charAt(0) + String.valueOf(number + 1) + (kind.equals("PIGMENT") ? "" : "-" + clinic);
        lots.put(
                kind + clinic + number,
                receive(
                        api,
                        clinic,
                        at,
                        kind,
                        lotNumber,
                        Map.of("product", product, "colourIndex", colourIndex, "millilitres", amount),
                        day.plusYears(YEARS_GOOD)));
    }

    private static String receive(
            BackdatedClient api,
            String clinic,
            Instant at,
            String kind,
            String lotNumber,
            Map<String, ?> what,
            LocalDate expiresOn) {
        Map<String, Object> lot = new HashMap<>(what);
        lot.put("clinicId", DemoIds.clinic(clinic).value());
        lot.put("kind", kind);
        lot.put("maker", kind.equals("PIGMENT") && clinic.equals(WITH_OWN_LABEL) ? "Hairline" : "Demo Supplies");
        lot.put("lotNumber", lotNumber);
        lot.put("expiresOn", expiresOn.toString());
        lot.put("labelFields", DemoLabel.of(kind));
        return api.post(
                        TREATMENT,
                        "manager-" + clinic.toLowerCase(Locale.ROOT),
                        at,
                        "history-lot-" + lotNumber + "-" + clinic,
                        "/lots",
                        lot)
                .path("id")
                .asString();
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
