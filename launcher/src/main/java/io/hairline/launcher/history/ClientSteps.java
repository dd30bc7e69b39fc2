package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import io.hairline.launcher.history.PastVisit.Ending;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** The calls that one client's history consists of, each at its time and by the person who makes it. */
final class ClientSteps {

    private static final String TREATMENT = "treatment";
    private static final String BOOKING = "booking";

    private static final int ONE_IN = 5;
    /** A clinic of the same currency, by the clinic where its card is used. */
    private static final Map<String, String> SOLD_IN =
            Map.of("BER", "HAM", "HAM", "BER", "VIE", "BER", "LON", "MAN", "MAN", "LON", "NYC", "LAX", "LAX", "NYC");

    final ClientHistory history;
    final String client;
    final String practitioner;

    /** Nothing is done that is still to come. */
    final Instant now;

    final Random random;
    private final BackdatedClient api;
    private final DemoClinic clinic;
    private final String desk;

    ClientSteps(BackdatedClient api, ClientHistory history, DemoClinic clinic, Instant now) {
        this.api = api;
        this.history = history;
        this.clinic = clinic;
        this.now = now;
        this.random = new Random(history.client());
        this.client = DemoIds.client(history.client()).value();
        this.desk = "desk-" + history.clinicCode().toLowerCase(Locale.ROOT);
        this.practitioner = "practitioner-" + history.practitioner();
    }

    /** A step of the desk in booking. */
    JsonNode book(Instant at, String step, String path, Map<String, ?> body) {
        return api.post(BOOKING, desk, at, key(step), path, body);
    }

    /** A step of the practitioner in treatment; answers the id of what was made. */
    String treat(Instant at, String step, String path, Map<String, ?> body) {
        return api.post(TREATMENT, practitioner, at, key(step), path, body)
                .path("id")
                .asString();
    }

    /** A step of an appointment, such as {@code check-in}. */
    void move(String appointment, Instant at, String what, String reasonCode) {
        book(
                earlier(at),
                what + appointment.substring(appointment.length() - 8),
                "/appointments/" + appointment + "/" + what,
                Map.of("reasonCode", reasonCode));
    }

    /** Some of those who pay in two parts were given a card that another clinic sold. */
    boolean hasAGiftCard() {
        return history.client() % ONE_IN == 1 && SOLD_IN.containsKey(history.clinicCode());
    }

    /** Sells one in the other clinic; answers its code. */
    String giftCard(Instant at, String amount) {
        String seller = Objects.requireNonNull(SOLD_IN.get(history.clinicCode()));
        return api.post(
                        BOOKING,
                        "desk-" + seller.toLowerCase(Locale.ROOT),
                        at,
                        key("sell-gift"),
                        "/gift-cards",
                        Map.of("clinicId", DemoIds.clinic(seller).value(), "amount", money(amount), "method", "CASH"))
                .path("code")
                .asString();
    }

    /** Sells a product at the counter. */
    void sell(PastSale it, Instant at) {
        book(
                earlier(at),
                "product",
                "/payments",
                Map.of(
                        "clientId",
                        client,
                        "clinicId",
                        clinic.id(),
                        "amount",
                        money(it.amount()),
                        "tax",
                        money(it.tax()),
                        "method",
                        "CASH",
                        "kind",
                        it.kind()));
    }

    DemoPhotos photos() {
        return new DemoPhotos(api, history.client(), client, practitioner, now);
    }

    String key(String step) {
        return "history-" + history.client() + "-" + step;
    }

    Instant earlier(Instant at) {
        return at.isBefore(now) ? at : now;
    }

    Instant startOf(PastVisit visit) {
        return visit.startsAt(clinic.zone());
    }

    Instant endOf(PastVisit visit) {
        return visit.endsAt(clinic.zone());
    }

    /** Light and oily skin and work in the sun: their colour fades soonest. */
    boolean isFirst() {
        return history.client() <= DemoPast.FIRST_CLIENTS;
    }

    Map<String, Object> place(PastVisit visit) {
        Map<String, Object> place = new HashMap<>();
        place.put("clinicId", clinic.id());
        place.put("practitionerId", DemoIds.practitioner(history.practitioner()).value());
        if (visit.ending() != Ending.UPCOMING) {
            place.put(
                    "chairId",
                    DemoIds.chair(history.clinicCode(), history.chair()).value());
        }
        place.put("serviceCode", visit.serviceCode());
        place.put("startsAt", startOf(visit).toString());
        return place;
    }

    Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", clinic.currency());
    }

    String anyOf(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
