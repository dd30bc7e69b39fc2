package io.hairline.launcher.tour;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.machine.LauncherException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** From a consultation in Berlin to a touch-up in New York: one new client, every service, the demo's clock. */
public final class TourChapters implements AutoCloseable {

    /** One part of the way; they are walked in order, and any service may be restarted between two of them. */
    public record Chapter(String title, Runnable walk) {}

    private static final String HOME = DemoIds.clinic("BER").value();
    private static final String AWAY = DemoIds.clinic("NYC").value();
    private static final String PRACTITIONER = DemoIds.practitioner(1).value();
    private static final String ARTIST = "practitioner-1";
    private static final String DESK = "desk-ber";
    private static final String MANAGER = "manager-ber";
    private static final String HEAD_OFFICE = "head-office";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int DAYS_LOOKED_AT = 60;
    private static final List<String> PRICES = List.of("950.00", "750.00", "600.00");

    private final Franchise brand;
    private final TourPrinter printer;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String visitor = "visitor " + mark;
    private final Map<String, Double> before = new HashMap<>();
    private final List<String> sessions = new ArrayList<>();
    private String client = "";
    private String consultation = "";
    private String plan = "";
    private String course = "";
    private String pigment = "";
    private String needle = "";
    private String touchUp = "";
    private LocalDate began = LocalDate.EPOCH;
    private LocalDate due = LocalDate.EPOCH;
    private YearMonth paidIn = YearMonth.of(1970, 1);

    public TourChapters(URI portal, String demoPassword, TourPrinter printer) {
        this.printer = printer;
        this.brand = new Franchise(portal, demoPassword, printer);
    }

    public List<Chapter> chapters() {
        return List.of(
                new Chapter("A visitor looks for a consultation: nearby, in a region, in a clinic", this::look),
                new Chapter("The visitor holds a time and books it; somebody later is offered others", this::book),
                new Chapter("The clock moves to the appointment; the desk checks the client in", this::arrive),
                new Chapter("Consultation, questionnaire, patch test, identity, consent", this::prepare),
                new Chapter("A plan with exact prices, accepted with a signature", this::agree),
                new Chapter("All three sessions at once, with time to heal; a deposit", this::bookCourse),
                new Chapter(
                        "A cancellation is offered to three clients of two clinics: the second accepts, the others read"
                                + " offer-gone",
                        () -> new WaitlistChapter(brand, printer).walk(today())),
                new Chapter("First session", () -> treat(0)),
                new Chapter("Second session", () -> treat(1)),
                new Chapter("Third session: the course is complete, and the touch-up planned", () -> treat(2)),
                new Chapter("Four years later the touch-up is due, and the client is told", this::fallDue),
                new Chapter("The client books it in another region", this::bookTouchUp),
                new Chapter("Head office has seen all of it", this::count),
                new Chapter(
                        "The deposit's royalty, opened to its payment; what the clinics owe each other", this::state));
    }

    /** The client's id, after the booking. */
    public String client() {
        return client;
    }

    /** Walks all of it. */
    public void walk() {
        chapters().forEach(this::walk);
    }

    public void walk(Chapter chapter) {
        printer.chapter(chapter.title());
        chapter.walk().run();
    }

    private void look() {
        LocalDate from = today().plusDays(1);
        String days = "&from=%s&to=%s&limit=3".formatted(from, from.plusDays(20));
        brand.get(Franchise.VISITOR, "/availability?serviceCode=CONSULTATION&near=52.52,13.40&radiusKm=50" + days);
        brand.get(
                Franchise.VISITOR,
                "/availability?serviceCode=CONSULTATION&regionId="
                        + DemoIds.region("EU").value() + days);
        began = today();
        remember("EU", began);
    }

    private void book() {
        brand.welcome(visitor);
        brand.welcome("somebody else");
        client = brand.done(
                        visitor,
                        "/clients",
                        Map.of(
                                "givenName",
                                "Tessa",
                                "familyName",
                                "Tour " + mark,
                                "dateOfBirth",
                                "1988-02-29",
                                "email",
                                "tessa." + mark + "@example.org",
                                "phone",
                                "+4930" + (9_000_000 + Math.floorMod(mark.hashCode(), 999_999)),
                                "language",
                                "de",
                                "zone",
                                "Europe/Berlin",
                                "homeClinicId",
                                HOME))
                .text("id");
        LocalDate from = today().plusDays(1);
        JsonNode slot = brand.get(
                        Franchise.VISITOR,
                        "/availability?serviceCode=CONSULTATION&clinicId=%s&practitionerId=%s&from=%s&to=%s&limit=1"
                                .formatted(HOME, PRACTITIONER, from, from.plusDays(30)))
                .first();
        Answer hold = brand.done(visitor, "/holds", place(slot));
        Answer late = brand.post("somebody else", "/holds", place(slot));
        must(late.status() == 409 && late.body().path("alternatives").size() > 0, "the loser gets alternatives");
        consultation = brand.done(
                        visitor,
                        "/appointments",
                        Map.of("clientId", client, "holdId", hold.text("id"), "holdToken", hold.text("token")))
                .text("id");
    }

    private void arrive() {
        Answer booked = brand.get(DESK, "/appointments/" + consultation);
        moveTo(Instant.parse(booked.text("startsAt")));
        brand.done(DESK, "/appointments/" + consultation + "/check-in", Map.of("reasonCode", "ARRIVED"));
    }

    private void prepare() {
        brand.done(
                ARTIST,
                "/consultations",
                Map.of(
                        "appointmentId", consultation,
                        "indication", "RECEDING",
                        "norwood", "III",
                        "fitzpatrick", "III",
                        "skin", "NORMAL",
                        "goals", "A soft, natural hairline."));
        awaitStatus(consultation, "COMPLETED");
        Map<String, Boolean> answers = new HashMap<>();
        brand.get(ARTIST, "/questionnaires/questions")
                .body()
                .path("items")
                .forEach(it -> answers.put(it.path("code").asString(), false));
        brand.done(ARTIST, "/questionnaires", Map.of("clientId", client, "answers", answers, "signature", signature()));
        pigment = lot("PIGMENT", "Carbon Black", "CI 77266", 30);
        needle = lot("NEEDLE", "3RL cartridges", "-", 20);
        String patchTest = brand.done(ARTIST, "/patch-tests", Map.of("clientId", client, "lotId", pigment))
                .text("id");
        brand.done(DESK, "/identity-checks", Map.of("clientId", client, "document", "PASSPORT"));
        String template = brand.get(DESK, "/consent-templates?purpose=TREATMENT&language=de")
                .first()
                .path("id")
                .asString();
        brand.done(
                ARTIST,
                "/consents",
                Map.of(
                        "clientId",
                        client,
                        "purpose",
                        "TREATMENT",
                        "templateId",
                        template,
                        "language",
                        "de",
                        "signature",
                        signature()));
        moveTo(now().plus(Duration.ofHours(49)));
        brand.done(ARTIST, "/patch-tests/" + patchTest + "/read", Map.of("result", "PASS"));
    }

    private String lot(String kind, String product, String colourIndex, int amount) {
        return brand.done(
                        MANAGER,
                        "/lots",
                        Map.of(
                                "clinicId", HOME,
                                "kind", kind,
                                "maker", "Tour Supplies",
                                "product", product,
                                "colourIndex", colourIndex,
                                "lotNumber", "T-" + mark,
                                "expiresOn", today().plusYears(2).toString(),
                                "millilitres", amount))
                .text("id");
    }

    private void agree() {
        List<Map<String, Object>> priced = new ArrayList<>();
        for (int number = 0; number < PRICES.size(); number++) {
            priced.add(Map.of(
                    "serviceCode",
                    "SESSION_" + (number + 1),
                    "price",
                    Map.of("amount", PRICES.get(number), "currency", "EUR")));
        }
        plan = brand.done(
                        ARTIST,
                        "/plans",
                        Map.of(
                                "clientId", client,
                                "consultationAppointmentId", consultation,
                                "kind", "PERMANENT",
                                "sessions", priced))
                .text("id");
        brand.done(ARTIST, "/plans/" + plan + "/accept", Map.of("signature", signature()));
    }

    private void bookCourse() {
        Answer booked = brand.done(
                DESK,
                "/courses",
                Map.of(
                        "clientId", client,
                        "planId", plan,
                        "propose", Map.of("from", today().plusDays(2).toString(), "clinicIds", List.of(HOME))));
        course = booked.text("id");
        booked.body()
                .path("sessions")
                .forEach(it -> sessions.add(it.path("appointmentId").asString()));
        must(sessions.size() == PRICES.size(), "three sessions are booked");
        paidIn = YearMonth.from(LocalDate.ofInstant(now(), BERLIN));
        brand.done(
                DESK,
                "/payments",
                Map.of(
                        "courseId",
                        course,
                        "amount",
                        Map.of("amount", "460.00", "currency", "EUR"),
                        "tax",
                        Map.of("amount", "73.45", "currency", "EUR"),
                        "method",
                        "CARD"));
    }

    private void treat(int number) {
        String appointment = sessions.get(number);
        Answer planned = brand.get(DESK, "/appointments/" + appointment);
        moveTo(Instant.parse(planned.text("startsAt")));
        brand.done(DESK, "/appointments/" + appointment + "/check-in", Map.of("reasonCode", "ARRIVED"));
        String artist = "practitioner-" + numberOf(planned.text("practitionerId"));
        Answer ready = brand.get(artist, "/readiness/" + appointment);
        must(!ready.text("light").equals("RED"), "the light isn't red: " + ready.body());
        String session = brand.done(artist, "/sessions", Map.of("appointmentId", appointment))
                .text("id");
        awaitStatus(appointment, "IN_CHAIR");
        brand.done(
                artist,
                "/sessions/" + session + "/complete",
                Map.of(
                        "zones",
                        List.of(
                                Map.of("zone", "FRONTAL_HAIRLINE", "density", 18),
                                Map.of("zone", "CROWN", "density", 24)),
                        "needle",
                        Map.of("configuration", "3RL", "lotId", needle),
                        "pigments",
                        List.of(Map.of("lotId", pigment, "millilitres", 1.5, "dilution", 12)),
                        "depthMillimetres",
                        0.7,
                        "painScore",
                        3,
                        "numbing",
                        Map.of("used", false),
                        "notes",
                        "Healed well."));
        awaitStatus(appointment, "COMPLETED");
        brand.get(DESK, "/lots?clinicId=" + HOME);
    }

    private void fallDue() {
        Answer planned = brand.eventually(
                MANAGER,
                "/touch-ups?clientId=" + client,
                "a touch-up is planned",
                it -> it.path("items").path(0).path("status").asString("").equals("PLANNED"));
        touchUp = planned.first().path("id").asString();
        due = LocalDate.parse(planned.first().path("window").path("due").asString());
        moveTo(due.atTime(10, 30).atZone(BERLIN).toInstant());
        remember("US", due);
        brand.eventually(
                MANAGER,
                "/touch-ups?clientId=" + client,
                "the touch-up is due",
                it -> List.of("DUE", "CONTACTED")
                        .contains(it.path("items").path(0).path("status").asString("")));
        brand.eventually(
                MANAGER,
                "/messages?clientId=" + client,
                "the client is told by mail",
                it -> it.path("items")
                        .valueStream()
                        .anyMatch(
                                message -> message.path("template").asString("").equals("TOUCH_UP_DUE")
                                        && message.path("channel").asString("").equals("EMAIL")
                                        && List.of("SENT", "DELIVERED")
                                                .contains(message.path("status").asString(""))));
        printer.say("The mail itself lies in the demo's mailbox: open /demo/mail in the portal.");
    }

    private void bookTouchUp() {
        LocalDate from = today().plusDays(1);
        JsonNode slot = brand.get(
                        Franchise.VISITOR,
                        "/availability?serviceCode=TOUCH_UP&clinicId=%s&from=%s&to=%s&limit=1"
                                .formatted(AWAY, from, from.plusDays(30)))
                .first();
        Map<String, Object> wish = new HashMap<>(place(slot));
        wish.put("clientId", client);
        brand.done(visitor, "/appointments", wish);
        brand.eventually(
                MANAGER,
                "/touch-ups?clientId=" + client,
                "the touch-up is booked",
                it -> it.path("items").path(0).path("status").asString("").equals("BOOKED"));
        Answer worklist = brand.get(MANAGER, "/touch-ups?clinicId=" + HOME + "&status=DUE");
        must(!worklist.body().toString().contains(touchUp), "it is off the worklist");
        Answer chart = brand.get("practitioner-15", "/charts/" + client);
        must(chart.status() == 200, "the clinic that the client chose sees the chart");
        Answer stranger = brand.get("practitioner-18", "/charts/" + client);
        must(stranger.status() == 404, "a clinic that the client didn't choose doesn't");
        Answer log = brand.get(MANAGER, "/access-log?clientId=" + client);
        must(log.body().toString().contains("CLIENT_BOOKING"), "the access log says who read it, and why");
    }

    private void count() {
        moved("EU", began);
        moved("US", due);
    }

    private void state() {
        String statement = brand.eventually(
                        HEAD_OFFICE,
                        "/royalty-statements?clinicId=%s&month=%s".formatted(HOME, paidIn),
                        "the month of the deposit has a statement",
                        it -> it.path("items").size() == 1)
                .first()
                .path("id")
                .asString();
        brand.eventually(
                HEAD_OFFICE,
                "/royalty-statements/" + statement,
                "a line of it opens to the deposit",
                it -> it.path("lines")
                        .valueStream()
                        .anyMatch(line ->
                                line.path("event").path("courseId").asString("").equals(course)));
        Answer settlement = brand.get(HEAD_OFFICE, "/settlements?month=" + YearMonth.from(today()));
        must(
                settlement
                        .body()
                        .path("sum")
                        .valueStream()
                        .allMatch(it -> it.path("amount").asDouble() == 0),
                "debits equal credits");
    }

    private void moved(String region, LocalDate from) {
        brand.eventually(
                HEAD_OFFICE,
                dashboard(region, from),
                "the numbers of " + region + " moved",
                it -> bookings(it) > before.getOrDefault(region, 0.0));
    }

    private void remember(String region, LocalDate from) {
        before.put(
                region, bookings(brand.get(HEAD_OFFICE, dashboard(region, from)).body()));
    }

    private static String dashboard(String region, LocalDate from) {
        return "/dashboard?regionId=%s&from=%s&to=%s&period=month"
                .formatted(DemoIds.region(region).value(), from, from.plusDays(DAYS_LOOKED_AT));
    }

    private static double bookings(JsonNode dashboard) {
        return dashboard
                .path("tiles")
                .valueStream()
                .filter(it -> it.path("key").asString("").equals("bookings"))
                .mapToDouble(it -> it.path("value").asDouble())
                .sum();
    }

    private void awaitStatus(String appointment, String status) {
        brand.eventually(
                DESK,
                "/appointments/" + appointment,
                "the appointment is " + status,
                it -> it.path("status").asString("").equals(status));
    }

    private Instant now() {
        return Instant.parse(brand.glance(HEAD_OFFICE, "/demo/clock").text("instant"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    private void moveTo(Instant instant) {
        if (instant.isAfter(now())) {
            brand.done(HEAD_OFFICE, "/demo/clock", Map.of("instant", instant.toString()));
        }
    }

    private static int numberOf(String practitionerId) {
        for (int number = 1; number <= DemoIds.PRACTITIONERS; number++) {
            if (DemoIds.practitioner(number).value().equals(practitionerId)) {
                return number;
            }
        }
        throw new LauncherException("Not a practitioner of the demo: " + practitionerId);
    }

    static Map<String, Object> place(JsonNode slot) {
        Map<String, Object> place = new HashMap<>();
        for (String field : List.of("clinicId", "practitionerId", "chairId", "serviceCode", "startsAt")) {
            String value = slot.path(field).asString("");
            must(!value.isEmpty(), "there is a free slot");
            place.put(field, value);
        }
        return place;
    }

    private static Map<String, String> signature() {
        return Map.of("signedName", "Tessa Tour");
    }

    private static void must(boolean isSo, String what) {
        if (!isSo) {
            throw new LauncherException("It isn't so that " + what + ".");
        }
    }

    @Override
    public void close() {
        brand.close();
    }
}
