package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import io.hairline.launcher.history.PastVisit.Ending;
import io.hairline.launcher.machine.LauncherException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Plays the history of one client, step by step, each as the person who does it and at its time. */
final class HistoryPlayer {

    private static final String BOOKING = "booking";
    private static final String TREATMENT = "treatment";
    private static final List<String> PRICES = List.of("950.00", "750.00", "600.00");
    private static final String DEPOSIT = "460.00";
    private static final String TAX_IN_DEPOSIT = "73.45";
    private static final String REST = "1840.00";
    private static final String TAX_IN_REST = "293.78";
    private static final String ALL = "2300.00";
    private static final String TAX_IN_ALL = "367.23";
    private static final Duration BOOKED_AHEAD = Duration.ofDays(6);
    private static final Duration ARRIVES_BEFORE = Duration.ofMinutes(5);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final List<String> NORWOOD = List.of("II", "III", "III_VERTEX", "IV", "V");
    private static final List<String> FITZPATRICK = List.of("I", "II", "III", "IV", "V", "VI");
    private static final List<String> SKIN = List.of("NORMAL", "OILY", "DRY", "COMBINATION");

    private final BackdatedClient then;
    private final ClientHistory story;
    private final DemoClinic house;
    private final DemoStock shelf;
    private final ClientPapers papers;
    private final Instant now;
    private final boolean atWork;
    private final Random random;
    private final ZoneId zone;
    private final String client;
    private final String desk;
    private final String artist;

    /**
     * A story to be told.
     *
     * @param now nothing is told that is still to come
     * @param atWork whether sessions of today are told up to now
     */
    HistoryPlayer(
            BackdatedClient then,
            ClientHistory story,
            DemoClinic house,
            DemoStock shelf,
            ClientPapers papers,
            Instant now,
            boolean atWork) {
        this.then = then;
        this.story = story;
        this.house = house;
        this.shelf = shelf;
        this.papers = papers;
        this.now = now;
        this.atWork = atWork;
        this.random = new Random(story.client());
        this.zone = house.zone();
        this.client = DemoIds.client(story.client()).value();
        this.desk = "desk-" + story.clinicCode().toLowerCase(Locale.ROOT);
        this.artist = "practitioner-" + story.practitioner();
    }

    /** What is still to come and can't be had any more is left out: such a client hasn't booked yet. */
    void tell() {
        try {
            begin();
        } catch (BackdatedClient.Taken e) {
            if (story.isOver()) {
                throw new LauncherException("A story of the past met another one: " + e.getMessage(), e);
            }
        }
    }

    private void begin() {
        PastVisit visit = story.consultation();
        Instant start = visit.startsAt(zone);
        Map<String, Object> wish = place(visit);
        wish.put("clientId", client);
        String appointment = done(BOOKING, desk, earlier(start.minus(BOOKED_AHEAD)), "book", "/appointments", wish);
        switch (visit.ending()) {
            case NO_SHOW -> on(appointment, start.plus(QUARTER.multipliedBy(2)), "no-show", "DID_NOT_COME");
            case CANCELLED ->
                on(appointment, start.minus(Duration.ofHours(20 + random.nextInt(80))), "cancel", "CLIENT_REQUEST");
            case COMPLETED -> consult(appointment, start);
            case UPCOMING -> {}
        }
    }

    private void consult(String appointment, Instant start) {
        on(appointment, start.minus(Duration.ofMinutes(5)), "check-in", "ARRIVED");
        done(
                TREATMENT,
                artist,
                start.plus(QUARTER),
                "consult",
                "/consultations",
                Map.of(
                        "appointmentId",
                        appointment,
                        "indication",
                        "RECEDING",
                        "norwood",
                        anyOf(NORWOOD),
                        "fitzpatrick",
                        isFirst() ? "II" : anyOf(FITZPATRICK),
                        "skin",
                        isFirst() ? "OILY" : anyOf(SKIN),
                        "goals",
                        "A natural hairline."));
        if (!story.sessions().isEmpty()) {
            Instant signed = start.plus(QUARTER.multipliedBy(2));
            papers.sign(
                    key(""),
                    story.clinicCode(),
                    client,
                    artist,
                    signed,
                    earlier(signed.plus(2, ChronoUnit.DAYS)),
                    isFirst());
            takeCourse(appointment, start.plus(QUARTER.multipliedBy(3)));
        }
    }

    private void takeCourse(String consultation, Instant at) {
        List<Map<String, Object>> priced = new ArrayList<>();
        List<Map<String, Object>> places = new ArrayList<>();
        for (int number = 0; number < story.sessions().size(); number++) {
            PastVisit session = story.sessions().get(number);
            priced.add(Map.of("serviceCode", session.serviceCode(), "price", money(PRICES.get(number))));
            places.add(place(session));
        }
        String plan = done(
                TREATMENT,
                artist,
                at,
                "plan",
                "/plans",
                Map.of(
                        "clientId",
                        client,
                        "consultationAppointmentId",
                        consultation,
                        "kind",
                        story.permanent() ? "PERMANENT" : "TEMPORARY",
                        "sessions",
                        priced));
        done(
                TREATMENT,
                artist,
                at,
                "accept",
                "/plans/" + plan + "/accept",
                Map.of("signature", ClientPapers.signature()));
        JsonNode course = then.post(
                BOOKING,
                desk,
                at,
                key("course"),
                "/courses",
                Map.of("clientId", client, "planId", plan, "sessions", places));
        String courseId = course.path("id").asString();
        boolean atOnce = story.client() % 2 == 0;
        pay(courseId, at, "deposit", atOnce ? ALL : DEPOSIT, atOnce ? TAX_IN_ALL : TAX_IN_DEPOSIT);
        if (!atOnce && story.sessions().getFirst().endsAt(zone).isBefore(now)) {
            pay(courseId, story.sessions().getFirst().endsAt(zone), "rest", REST, TAX_IN_REST);
        }
        for (int number = 0; number < story.sessions().size(); number++) {
            PastVisit session = story.sessions().get(number);
            boolean begun =
                    atWork && session.startsAt(zone).minus(ARRIVES_BEFORE).isBefore(now);
            if (session.ending() == Ending.COMPLETED || begun) {
                String appointment = course.path("sessions")
                        .path(number)
                        .path("appointmentId")
                        .asString();
                treat(appointment, session, number);
            }
        }
    }

    private void pay(String courseId, Instant at, String step, String amount, String tax) {
        Map<String, Object> payment =
                Map.of("courseId", courseId, "amount", money(amount), "tax", money(tax), "method", "CARD");
        done(BOOKING, desk, at, step, "/payments", payment);
    }

    /** Light and oily skin and work in the sun: their colour fades soonest. */
    private boolean isFirst() {
        return story.client() <= DemoPast.FIRST_CLIENTS;
    }

    private void treat(String appointment, PastVisit session, int number) {
        Instant start = session.startsAt(zone);
        Instant end = session.endsAt(zone);
        on(appointment, start.minus(ARRIVES_BEFORE), "check-in", "ARRIVED");
        if (start.isAfter(now)) {
            return;
        }
        String id = done(TREATMENT, artist, start, "start" + number, "/sessions", Map.of("appointmentId", appointment));
        DemoPhotos photos = new DemoPhotos(then, story.client(), client, artist, now);
        if (number == 0 && atWork) {
            photos.before(start, id, language(), ClientPapers.signature());
        }
        if (end.isAfter(now)) {
            return;
        }
        String clinic = story.clinicCode();
        BigDecimal used = new BigDecimal("1.2").add(BigDecimal.valueOf(random.nextInt(8), 1));
        done(
                TREATMENT,
                artist,
                end,
                "complete" + number,
                "/sessions/" + id + "/complete",
                Map.of(
                        "zones",
                        List.of(
                                Map.of("zone", "FRONTAL_HAIRLINE", "density", 16 + random.nextInt(6)),
                                Map.of("zone", "CROWN", "density", 22 + random.nextInt(6))),
                        "needle",
                        Map.of("configuration", "3RL", "lotId", shelf.needlesOn(clinic, end)),
                        "pigments",
                        List.of(Map.of(
                                "lotId",
                                shelf.pigmentOn(clinic, end),
                                "millilitres",
                                used,
                                "dilution",
                                18 - 4 * number)),
                        "depthMillimetres",
                        0.7,
                        "painScore",
                        1 + random.nextInt(4),
                        "numbing",
                        Map.of("used", false),
                        "notes",
                        "No complications."));
        if (number == story.sessions().size() - 1 && atWork) {
            photos.after(end, id, shelf.pigmentOn(clinic, end));
        }
    }

    private String language() {
        return List.of("BER", "HAM", "VIE").contains(story.clinicCode()) ? "de" : "en";
    }

    private void on(String appointment, Instant at, String what, String reasonCode) {
        then.post(
                BOOKING,
                desk,
                earlier(at),
                key(what + appointment.substring(appointment.length() - 8)),
                "/appointments/" + appointment + "/" + what,
                Map.of("reasonCode", reasonCode));
    }

    private String done(String service, String who, Instant at, String step, String path, Map<String, ?> body) {
        return then.post(service, who, at, key(step), path, body).path("id").asString();
    }

    private String key(String step) {
        return "history-" + story.client() + "-" + step;
    }

    private Instant earlier(Instant at) {
        return at.isBefore(now) ? at : now;
    }

    private Map<String, Object> place(PastVisit visit) {
        Map<String, Object> place = new HashMap<>();
        place.put("clinicId", house.id());
        place.put("practitionerId", DemoIds.practitioner(story.practitioner()).value());
        if (visit.ending() != Ending.UPCOMING) {
            place.put(
                    "chairId", DemoIds.chair(story.clinicCode(), story.chair()).value());
        }
        place.put("serviceCode", visit.serviceCode());
        place.put("startsAt", visit.startsAt(zone).toString());
        return place;
    }

    private Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", house.currency());
    }

    private String anyOf(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
