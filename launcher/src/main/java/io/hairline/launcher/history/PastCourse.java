package io.hairline.launcher.history;

import io.hairline.launcher.history.PastVisit.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plays the course of one client: the plan, its appointments, what is paid, and each session in the chair. */
final class PastCourse {

    private static final List<String> PRICES = List.of("950.00", "750.00", "600.00");
    private static final String DEPOSIT = "460.00";
    private static final String TAX_IN_DEPOSIT = "73.45";
    private static final String REST = "1840.00";
    private static final String TAX_IN_REST = "293.78";
    private static final String GIFT_CARD = "200.00";
    private static final String REST_WITH_A_CARD = "1640.00";
    private static final String TAX_IN_REST_WITH_A_CARD = "261.85";
    private static final String ALL = "2300.00";
    private static final String TAX_IN_ALL = "367.23";
    private static final int FIRST_DILUTION = 18;

    private final ClientSteps steps;
    private final DemoStock stock;
    private final boolean atWork;

    /** @param atWork whether sessions of today are played up to now */
    PastCourse(ClientSteps steps, DemoStock stock, boolean atWork) {
        this.steps = steps;
        this.stock = stock;
        this.atWork = atWork;
    }

    /** From the plan that the client accepts at an instant, to the last session that is over. */
    void play(String consultation, Instant at) {
        JsonNode course = book(accept(consultation, at), at);
        pay(course.path("id").asString(), at);
        for (int number = 0; number < sessions().size(); number++) {
            PastVisit session = sessions().get(number);
            boolean begun = atWork
                    && steps.startOf(session).minus(PastSession.ARRIVES_BEFORE).isBefore(steps.now);
            if (session.ending() == Ending.COMPLETED || begun) {
                String appointment = course.path("sessions")
                        .path(number)
                        .path("appointmentId")
                        .asString();
                treat(appointment, session, number);
            }
        }
        PastSale.of(steps.history)
                .ifPresent(it -> steps.sell(it, steps.endOf(sessions().getFirst())));
    }

    private List<PastVisit> sessions() {
        return steps.history.sessions();
    }

    private String accept(String consultation, Instant at) {
        List<Map<String, Object>> priced = new ArrayList<>();
        for (int number = 0; number < sessions().size(); number++) {
            priced.add(Map.of(
                    "serviceCode", sessions().get(number).serviceCode(), "price", steps.money(PRICES.get(number))));
        }
        String plan = steps.treat(
                at,
                "plan",
                "/plans",
                Map.of(
                        "clientId",
                        steps.client,
                        "consultationAppointmentId",
                        consultation,
                        "kind",
                        steps.history.permanent() ? "PERMANENT" : "TEMPORARY",
                        "sessions",
                        priced));
        steps.treat(at, "accept", "/plans/" + plan + "/accept", Map.of("signature", ClientPapers.signature()));
        return plan;
    }

    private JsonNode book(String plan, Instant at) {
        List<Map<String, Object>> places = sessions().stream().map(steps::place).toList();
        return steps.book(
                at, "course", "/courses", Map.of("clientId", steps.client, "planId", plan, "sessions", places));
    }

    /** Every other client pays all at once, the others the rest after the first session. */
    private void pay(String course, Instant at) {
        Instant firstEnd = steps.endOf(sessions().getFirst());
        if (steps.history.client() % 2 == 0) {
            pay(course, at, "deposit", ALL, TAX_IN_ALL);
        } else {
            pay(course, at, "deposit", DEPOSIT, TAX_IN_DEPOSIT);
            if (firstEnd.isBefore(steps.now) && steps.hasAGiftCard()) {
                pay(course, firstEnd, "rest", REST_WITH_A_CARD, TAX_IN_REST_WITH_A_CARD);
                redeem(course, at, firstEnd);
            } else if (firstEnd.isBefore(steps.now)) {
                pay(course, firstEnd, "rest", REST, TAX_IN_REST);
            }
        }
    }

    /** Somebody bought the card in another clinic; this one did the work, and that one owes it. */
    private void redeem(String courseId, Instant sold, Instant at) {
        String code = steps.giftCard(sold, GIFT_CARD);
        steps.book(
                at,
                "gift",
                "/payments",
                Map.of(
                        "courseId",
                        courseId,
                        "amount",
                        steps.money(GIFT_CARD),
                        "method",
                        "GIFT_CARD",
                        "giftCardCode",
                        code));
    }

    private void pay(String courseId, Instant at, String step, String amount, String tax) {
        Map<String, Object> payment =
                Map.of("courseId", courseId, "amount", steps.money(amount), "tax", steps.money(tax), "method", "CARD");
        steps.book(at, step, "/payments", payment);
    }

    private void treat(String appointment, PastVisit visit, int number) {
        PastSession session = new PastSession(steps, stock, appointment, visit, String.valueOf(number));
        session.start().ifPresent(id -> {
            DemoPhotos photos = steps.photos();
            if (number == 0 && atWork) {
                photos.before(steps.startOf(visit), id, language(), ClientPapers.signature());
            }
            if (session.isOver()) {
                session.complete(id, FIRST_DILUTION - 4 * number);
                if (number == sessions().size() - 1 && atWork) {
                    Instant end = steps.endOf(visit);
                    photos.after(end, id, stock.pigmentOn(steps.history.clinicCode(), end));
                }
            }
        });
    }

    private String language() {
        return List.of("BER", "HAM", "VIE").contains(steps.history.clinicCode()) ? "de" : "en";
    }
}
