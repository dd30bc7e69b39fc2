package io.hairline.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.ulid.UlidCreator;
import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One client of Berlin with something of every kind, made over the API by the people whose work it is. */
final class Records {

    private static final int CLIENT = 200;
    private static final int SECOND = 208;
    private static final int THIRD = 216;
    private static final int FOURTH = 224;

    private final RunningDemo demo;
    private final Api desk;
    private final Api practitioner;
    private final Api manager;
    private final Api headOffice;
    private final Api client;
    private final Map<String, String> ids = new TreeMap<>();

    Records(RunningDemo demo) {
        this.demo = demo;
        this.desk = demo.as("desk-ber");
        this.practitioner = demo.as("practitioner-1");
        this.manager = demo.as("manager-ber");
        this.headOffice = demo.as("head-office");
        this.client = demo.as("client-" + CLIENT);
    }

    /** By the names that {@code access-walk.json} uses. */
    Map<String, String> made() {
        ids.put("mark", String.valueOf(System.nanoTime()).replaceFirst(".*(\\d{8})$", "$1"));
        ids.put("newPhone", "+4930" + id("mark"));
        ids.put("client", DemoIds.client(CLIENT).value());
        ids.put("region", DemoIds.region("EU").value());
        ids.put("clinic", DemoIds.clinic("BER").value());
        ids.put("otherClinic", DemoIds.clinic("HAM").value());
        ids.put("thirdClinic", DemoIds.clinic("VIE").value());
        ids.put("practitioner", DemoIds.practitioner(1).value());
        person();
        done(
                client,
                "PUT",
                "/preferences/" + id("client"),
                Map.of("channels", Map.of("TRANSACTIONAL", List.of("EMAIL", "IN_APP"))));
        ids.put("lot", lot("PIGMENT", "lot"));
        ids.put("needle", lot("NEEDLE", "needle"));
        ids.put("spareLot", lot("PIGMENT", "spare"));
        consult();
        sign();
        plan();
        prepareDay();
        laterSlots();
        workplace();
        royalties();
        offered("accepting", "acceptedOffer", 50);
        offered("declining", "declinedOffer", 53);
        // After all others of its kind, which would supersede it.
        ids.put("plan", proposed(1));
        twins();
        return ids;
    }

    /**
     * What the services make of the session that the walk has completed, each in its own time; and a further course, whose plan
     * would have left the completed session unfinished.
     */
    Map<String, String> followingFromTheSession() {
        ids.put(
                "touchUp",
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> first(client.get("/touch-ups?clientId=" + id("client")))
                                        .path("id")
                                        .asString(""),
                                it -> !it.isEmpty()));
        ids.put(
                "aftercareMessage",
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> client.get("/messages?limit=200&clientId=" + id("client"))
                                        .body()
                                        .path("items")
                                        .valueStream()
                                        .filter(it ->
                                                it.path("template").asString("").equals("AFTERCARE_DAY_0")
                                                        && it.path("status")
                                                                .asString("")
                                                                .matches("SENT|DELIVERED"))
                                        .map(it -> it.path("id").asString())
                                        .findFirst()
                                        .orElse(""),
                                it -> !it.isEmpty()));
        replanned();
        return ids;
    }

    private void person() {
        JsonNode known = desk.get("/clients/" + id("client")).body();
        for (String field : List.of("givenName", "familyName", "dateOfBirth", "email", "phone", "language", "zone")) {
            ids.put(field, known.path(field).asString(""));
        }
        ids.put("family", URLEncoder.encode(id("familyName"), StandardCharsets.UTF_8));
        ids.put("signedName", id("givenName") + " " + id("familyName"));
    }

    private String lot(String kind, String number) {
        ids.put(number + "Number", number + "-" + id("mark"));
        return done(
                manager,
                "POST",
                "/lots",
                Map.of(
                        "clinicId",
                        id("clinic"),
                        "kind",
                        kind,
                        "maker",
                        "Walk Supplies",
                        "product",
                        "Black " + kind,
                        "colourIndex",
                        kind.equals("PIGMENT") ? "CI 77266" : "3RL",
                        "lotNumber",
                        id(number + "Number"),
                        "expiresOn",
                        demo.today().plusYears(2).toString(),
                        "millilitres",
                        30,
                        "labelFields",
                        Map.of("USE_STATEMENT", "For tattoos or permanent make-up", "INGREDIENTS", "Aqua, CI 77266")));
    }

    /** Two clients come for a consultation; the record of one is written. */
    private void consult() {
        LocalDate from = demo.today().plusDays(1);
        String consulted = booked(CLIENT, from);
        String waiting = booked(SECOND, from);
        ids.put("consultedAppointment", consulted);
        ids.put("consultationAppointment", waiting);
        moveTo(startOf(consulted));
        checkIn(consulted);
        ids.put(
                "consultation",
                done(
                        practitioner,
                        "POST",
                        "/consultations",
                        Map.of(
                                "appointmentId", consulted,
                                "indication", "RECEDING",
                                "norwood", "III",
                                "fitzpatrick", "III",
                                "skin", "NORMAL",
                                "goals", "A soft hairline.")));
        moveTo(startOf(waiting));
        checkIn(waiting);
        await().until(() ->
                desk.get("/appointments/" + consulted).text("status").equals("COMPLETED"));
    }

    private void sign() {
        Map<String, Boolean> answers = new HashMap<>();
        client.get("/questionnaires/questions")
                .body()
                .path("items")
                .forEach(it -> answers.put(it.path("code").asString(), false));
        Map<String, Object> signed = Map.of("clientId", id("client"), "answers", answers, "signature", signature());
        ids.put("questionnaire", done(client, "POST", "/questionnaires", signed));
        ids.put(
                "template",
                first(desk.get("/consent-templates?purpose=TREATMENT&language=de"))
                        .path("id")
                        .asString());
        done(
                client,
                "POST",
                "/consents",
                Map.of(
                        "clientId", id("client"),
                        "purpose", "TREATMENT",
                        "templateId", id("template"),
                        "language", "de",
                        "signature", signature()));
        done(desk, "POST", "/identity-checks", Map.of("clientId", id("client"), "document", "PASSPORT"));
        Map<String, Object> test = Map.of("clientId", id("client"), "lotId", id("lot"));
        String passed = done(practitioner, "POST", "/patch-tests", test);
        moveTo(now().plus(Duration.ofHours(49)));
        // Read at the end of the walk, which is within the week in which a test can be read.
        ids.put("unreadTest", done(practitioner, "POST", "/patch-tests", test));
        done(practitioner, "POST", "/patch-tests/" + passed + "/read", Map.of("result", "PASS"));
        ids.put("patchTest", passed);
    }

    private void plan() {
        ids.put("planToBook", accepted());
        Map<String, Object> propose =
                Map.of("from", demo.today().plusDays(2).toString(), "clinicIds", List.of(id("clinic")));
        ids.put(
                "course",
                done(
                        desk,
                        "POST",
                        "/courses",
                        Map.of("clientId", id("client"), "planId", accepted(), "propose", propose)));
        ids.put(
                "sessionAppointment",
                desk.get("/courses/" + id("course"))
                        .body()
                        .path("sessions")
                        .path(0)
                        .path("appointmentId")
                        .asString());
        ids.put(
                "payment",
                done(
                        desk,
                        "POST",
                        "/payments",
                        Map.of(
                                "courseId", id("course"),
                                "amount", Map.of("amount", "200.00", "currency", "EUR"),
                                "method", "CARD")));
    }

    private String accepted() {
        return accepted(1);
    }

    private String accepted(int sessions) {
        String plan = proposed(sessions);
        done(client, "POST", "/plans/" + plan + "/accept", Map.of("signature", signature()));
        return plan;
    }

    private String proposed(int sessions) {
        return done(
                practitioner,
                "POST",
                "/plans",
                Map.of(
                        "clientId", id("client"),
                        "consultationAppointmentId", id("consultedAppointment"),
                        "kind", "PERMANENT",
                        "sessions",
                                IntStream.rangeClosed(1, sessions)
                                        .mapToObj(it -> Map.of(
                                                "serviceCode",
                                                "SESSION_" + it,
                                                "price",
                                                Map.of("amount", "950.00", "currency", "EUR")))
                                        .toList()));
    }

    /** The day of the session: its client is there, another may come, and a third isn't there at the time. */
    private void prepareDay() {
        Instant session = startOf(id("sessionAppointment"));
        LocalDate day = LocalDate.parse(desk.get("/appointments/" + id("sessionAppointment"))
                .text("localStart")
                .substring(0, 10));
        String onTheDay = "&from=%s&to=%s".formatted(day, day);
        String absentee = booked(FOURTH, onTheDay);
        String comer = booked(THIRD, place(extendable(onTheDay)));
        ids.put("comer", comer);
        ids.put("absentee", absentee);
        Instant last = List.of(session, startOf(comer), startOf(absentee)).stream()
                .max(Instant::compareTo)
                .orElseThrow();
        moveTo(last.plus(Duration.ofMinutes(20)));
        checkIn(id("sessionAppointment"));
        checkIn(absentee);
        done(desk, "POST", "/appointments/" + absentee + "/undo-check-in", Map.of());
    }

    private void laterSlots() {
        LocalDate today = demo.today();
        ids.put("today", today.toString());
        ids.put("later", today.plusDays(60).toString());
        ids.put("soon", now().plus(Duration.ofHours(1)).toString());
        ids.put("far", today.plusDays(200).toString());
        ids.put("nextYear", today.plusYears(1).toString());
        ids.put("appointment", booked(CLIENT, today.plusDays(20)));
        List<String> free = List.of("moveStart", "bookStart", "holdStart");
        LocalDate from = today.plusDays(25);
        for (String start : free) {
            String startsAt = slot(from).path("startsAt").asString();
            ids.put(start, startsAt);
            from = LocalDate.parse(startsAt.substring(0, 10)).plusDays(1);
        }
        Map<String, Object> wanted = place(slot(from));
        Answer held = client.post("/holds", wanted);
        ids.put("hold", held.text("id"));
        ids.put("holdToken", held.text("token"));
        ids.put(
                "message",
                await().until(
                                () -> first(desk.get("/messages?appointmentId=" + id("appointment")))
                                        .path("id")
                                        .asString(""),
                                it -> !it.isEmpty()));
        ids.put(
                "inboxItem",
                await().until(() -> first(client.get("/inbox")).path("id").asString(""), it -> !it.isEmpty()));
    }

    /** The client waits for a day on which somebody else gives a time back, and is offered it. */
    private void offered(String entry, String offer, int days) {
        String givenBack = booked(SECOND, demo.today().plusDays(days));
        String day = desk.get("/appointments/" + givenBack).text("localStart").substring(0, 10);
        String waiting = done(
                client,
                "POST",
                "/waitlist",
                Map.of(
                        "clientId",
                        id("client"),
                        "serviceCode",
                        "CONSULTATION",
                        "clinicIds",
                        List.of(id("clinic")),
                        "from",
                        day,
                        "to",
                        day));
        done(desk, "POST", "/appointments/" + givenBack + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        ids.put(entry, waiting);
        ids.put(
                offer,
                await().until(
                                () -> desk.get("/waitlist/" + waiting)
                                        .body()
                                        .at("/offers/0/id")
                                        .asString(""),
                                it -> !it.isEmpty()));
    }

    /** Two records of one person, and a client who wants to be forgotten. */
    private void twins() {
        ids.put("twin", registered("twin"));
        ids.put("original", registered("original"));
        ids.put("erasable", registered("erasable"));
    }

    private String registered(String who) {
        return done(
                desk,
                "POST",
                "/clients",
                Map.of(
                        "givenName", "Tilda",
                        "familyName", "Twin",
                        "dateOfBirth", "1979-03-01",
                        "email", who + "-" + id("mark") + "@example.org",
                        "phone", id("newPhone"),
                        "language", "de",
                        "zone", "Europe/Berlin",
                        "homeClinicId", id("clinic"),
                        "allowDuplicate", true));
    }

    /** A course whose times are kept for its deposit. */
    private void held() {
        Map<String, Object> propose =
                Map.of("from", demo.today().plusDays(140).toString(), "clinicIds", List.of(id("clinic")));
        ids.put(
                "heldCourse",
                done(
                        desk,
                        "POST",
                        "/courses",
                        Map.of("clientId", id("client"), "planId", accepted(), "propose", propose)));
    }

    /** A course whose first session was moved so that the second has to move as well. */
    private void replanned() {
        Map<String, Object> propose =
                Map.of("from", demo.today().plusDays(110).toString(), "clinicIds", List.of(id("clinic")));
        String course = done(
                desk, "POST", "/courses", Map.of("clientId", id("client"), "planId", accepted(2), "propose", propose));
        done(
                desk,
                "POST",
                "/payments",
                Map.of("courseId", course, "amount", Map.of("amount", "380.00", "currency", "EUR"), "method", "CARD"));
        held();
        JsonNode sessions = desk.get("/courses/" + course).body().path("sessions");
        LocalDate second =
                LocalDate.parse(sessions.path(1).path("localStart").asString().substring(0, 10));
        JsonNode near = first(desk.get("/availability?serviceCode=SESSION_1&limit=1&clinicId=%s&from=%s&to=%s"
                .formatted(id("clinic"), second.minusDays(5), second.minusDays(1))));
        Map<String, Object> move = place(near);
        move.remove("serviceCode");
        move.put("reasonCode", "CLINIC_REQUEST");
        Answer moved = desk.post(
                "/appointments/" + sessions.path(0).path("appointmentId").asString() + "/reschedule", move);
        assertThat(moved.status()).as("the move " + moved.body()).isEqualTo(200);
        JsonNode replan = moved.body().path("replan").path(0);
        ids.put("replanCourse", course);
        ids.put("replanSession", replan.path("appointmentId").asString());
        ids.put("replanHold", replan.at("/offers/0/holdId").asString());
        ids.put("replanToken", replan.at("/offers/0/holdToken").asString());
    }

    /** The clinic's statement of the earliest month that isn't issued yet. */
    private void royalties() {
        LocalDate today = demo.today();
        ids.put("month", today.toString().substring(0, 7));
        ids.put("laterMonth", today.plusMonths(2).withDayOfMonth(1).toString());
        JsonNode statements = headOffice
                .get("/royalty-statements?limit=200&clinicId=" + id("clinic"))
                .body()
                .path("items");
        ids.put(
                "statement",
                statements
                        .valueStream()
                        .filter(it -> it.path("status").asString("").equals("DRAFT"))
                        .min(Comparator.comparing(it -> it.path("month").asString("")))
                        .orElseThrow()
                        .path("id")
                        .asString());
    }

    /** A practitioner of Berlin whom two other clinics want, and a task for the desk. */
    private void workplace() {
        String joined = done(
                headOffice,
                "POST",
                "/practitioners",
                Map.of("displayName", "Joined " + id("mark"), "serviceCodes", List.of("CONSULTATION")));
        ids.put("joined", joined);
        String assignments = "/practitioners/" + joined + "/assignments";
        done(headOffice, "POST", assignments, Map.of("clinicId", id("clinic")));
        done(demo.as("manager-ham"), "POST", assignments, Map.of("clinicId", id("otherClinic")));
        done(demo.as("manager-vie"), "POST", assignments, Map.of("clinicId", id("thirdClinic")));

        String inTheWay = booked(SECOND, demo.today().plusDays(45));
        String day = desk.get("/appointments/" + inTheWay).text("localStart").substring(0, 10);
        done(
                manager,
                "POST",
                "/practitioners/" + id("practitioner") + "/absences",
                Map.of("from", day, "until", day, "reasonCode", "TRAINING"));
        ids.put(
                "task",
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () -> desk.get("/tasks?status=OPEN&limit=50&clinicId=" + id("clinic"))
                                        .body()
                                        .path("items")
                                        .valueStream()
                                        .filter(it -> it.path("appointment")
                                                .path("id")
                                                .asString("")
                                                .equals(inTheWay))
                                        .map(it -> it.path("id").asString())
                                        .findFirst()
                                        .orElse(""),
                                it -> !it.isEmpty()));
        done(
                manager,
                "POST",
                "/practitioners/" + id("practitioner") + "/absences/withdraw",
                Map.of("from", day, "until", day));
    }

    private String booked(int client, LocalDate from) {
        return booked(client, withPractitioner(from));
    }

    private String booked(int client, String when) {
        return booked(client, place(slot(when)));
    }

    private String booked(int client, Map<String, Object> wanted) {
        wanted.put("clientId", DemoIds.client(client).value());
        return done(desk, "POST", "/appointments", wanted);
    }

    private JsonNode slot(LocalDate from) {
        return slot(withPractitioner(from));
    }

    private String withPractitioner(LocalDate from) {
        return "&practitionerId=%s&from=%s&to=%s".formatted(id("practitioner"), from, from.plusDays(40));
    }

    private JsonNode slot(String when) {
        return first(slots(1, when));
    }

    /** A time after which the same people and chair are free for a quarter of an hour more. */
    private JsonNode extendable(String when) {
        List<JsonNode> free =
                slots(200, when).body().path("items").valueStream().toList();
        return free.stream()
                .filter(it -> free.stream().anyMatch(later -> isAQuarterLater(later, it)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAQuarterLater(JsonNode later, JsonNode it) {
        return later.path("chairId").equals(it.path("chairId"))
                && later.path("practitionerId").equals(it.path("practitionerId"))
                && startOf(later).equals(startOf(it).plus(Duration.ofMinutes(15)));
    }

    private static Instant startOf(JsonNode slot) {
        return Instant.parse(slot.path("startsAt").asString());
    }

    private Answer slots(int limit, String when) {
        return desk.get("/availability?serviceCode=CONSULTATION&limit=" + limit + "&clinicId=" + id("clinic") + when);
    }

    private static Map<String, Object> place(JsonNode slot) {
        Map<String, Object> place = new HashMap<>();
        for (String field : List.of("clinicId", "practitionerId", "chairId", "serviceCode", "startsAt")) {
            place.put(field, slot.path(field).asString());
        }
        return place;
    }

    private void checkIn(String appointment) {
        done(desk, "POST", "/appointments/" + appointment + "/check-in", Map.of());
    }

    private Instant startOf(String appointment) {
        return Instant.parse(desk.get("/appointments/" + appointment).text("startsAt"));
    }

    private Instant now() {
        return Instant.parse(headOffice.get("/demo/clock").text("instant"));
    }

    private void moveTo(Instant instant) {
        if (instant.isAfter(now())) {
            Answer moved = headOffice.post("/demo/clock", Map.of("instant", instant.toString()));
            assertThat(moved.status()).as("the clock " + moved.body()).isEqualTo(200);
        }
    }

    private Map<String, String> signature() {
        return Map.of("signedName", id("signedName"));
    }

    private String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    private static JsonNode first(Answer list) {
        return list.body().path("items").path(0);
    }

    private static String done(Api caller, String method, String path, Map<String, ?> body) {
        String json = JsonMapper.shared().writeValueAsString(body);
        Map<String, String> key =
                Map.of("Idempotency-Key", UlidCreator.getUlid().toLowerCase());
        Answer last = caller.send(method, path, key, json);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (isTooEarly(last) && System.nanoTime() < end) {
            last = caller.send(method, path, key, json);
        }
        assertThat(last.status()).as(path + " " + last.body()).isBetween(200, 299);
        return last.text("id");
    }

    private static boolean isTooEarly(Answer answer) {
        return !answer.isFinal() || answer.problem().equals("not-yet-known");
    }
}
