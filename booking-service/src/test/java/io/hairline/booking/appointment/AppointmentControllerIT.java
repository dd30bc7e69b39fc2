package io.hairline.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.booking.diary.Cells;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAbsenceWithdrawn;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleWithdrawn;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.AtRest;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

@OnBooking
class AppointmentControllerIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice headOffice;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Clock clock;

    @Autowired
    DemoClock demoClock;

    private Calls calls;
    private TestClinic clinic;
    private String client;

    @BeforeEach
    void open() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        client = Town.client(calls, clinic);
    }

    @Test
    void aClinicsLayerOfThePolicyHoldsForItsNewAppointmentsOnly() {
        Answer before = book(clinic.desk(), client, clinic.at(10, 0));
        PolicyValues otherwise =
                new PolicyValues(null, null, null, null, 35, null, null, null, null, null, null, null, null);
        PolicyId policy = new PolicyId(Ids.next(PolicyId.PREFIX));
        headOffice.tell(new PolicyLayerPublished(
                policy, null, clinic.id(), new PolicyLayer(LocalDate.of(2020, 1, 1), otherwise, List.of())));

        Answer after = book(clinic.desk(), client, clinic.at(13, 0));

        assertThat(before.body().at("/policy/graceMinutes").asInt()).isEqualTo(15);
        assertThat(after.body().at("/policy/graceMinutes").asInt()).isEqualTo(35);
        assertThat(calls.get(clinic.desk(), "/appointments/" + before.text("/id"))
                        .body()
                        .at("/policy/graceMinutes")
                        .asInt())
                .isEqualTo(15);
    }

    /** Open three hours of each day, of which the next begin in ten hours at the earliest. */
    @Test
    void aLeadTimeInOpenHoursKeepsTheFirstHourOfTheMorningFromBeingBookedOvernight() {
        LocalTime opens = LocalTime.of((clock.instant().atZone(ZoneOffset.UTC).getHour() + 11) % 24, 0);
        TestClinic open = town.clinic(
                "UTC",
                1,
                1,
                Stream.of(DayOfWeek.values())
                        .map(it -> new Hours(it, opens, opens.plusHours(3)))
                        .toList());
        String visitor = Town.client(calls, open);
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        ZonedDateTime today = now.with(opens);
        Instant first = (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
        Map<String, Object> visit = open.slotFor(visitor, "CONSULTATION", first.plus(Duration.ofMinutes(45)));
        assertThat(firstShown(open, first)).isEqualTo(first);
        PolicyValues openHours =
                new PolicyValues(null, null, null, null, null, null, null, null, true, null, null, null, null);
        headOffice.tell(new PolicyLayerPublished(
                new PolicyId(Ids.next(PolicyId.PREFIX)),
                null,
                open.id(),
                new PolicyLayer(LocalDate.of(2020, 1, 1), openHours, List.of())));

        assertThat(firstShown(open, first)).isEqualTo(first.plus(Duration.ofHours(1)));
        assertProblem(calls.post(open.desk(), "/appointments", visit), 422, "too-late");
        visit.put("startsAt", first.plus(Duration.ofHours(1)).toString());
        Answer booked = calls.post(open.desk(), "/appointments", visit);
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(booked.body().at("/policy/leadTimeInOpenHours").asBoolean()).isTrue();
    }

    @Test
    void showsWhereAnAppointmentCanMoveAsItsOwnTimeIsNotInTheWay() {
        String id = book(clinic.desk(), client, clinic.at(10, 0)).id();
        Instant later = clinic.at(10, 15);
        String search = "/availability?serviceCode=TOUCH_UP&limit=200&clinicId=" + clinic.id() + "&clientId=" + client
                + "&practitionerId=" + clinic.practitioner() + "&from=" + clinic.day() + "&to=" + clinic.day();

        assertThat(starts(calls.get(clinic.desk(), search))).isNotEmpty().doesNotContain(later);
        assertThat(starts(calls.get(clinic.desk(), search + "&moving=" + id))).contains(later);
        assertThat(starts(calls.get(client, search + "&moving=" + id))).contains(later);
        String foreign = town.clinic("Europe/London", 1, 1).desk();
        assertProblem(calls.get(foreign, search + "&moving=" + id), 404, "not-found");

        Answer moved = calls.post(
                clinic.desk(),
                "/appointments/" + id + "/reschedule",
                Map.of("startsAt", later.toString(), "reasonCode", "CLIENT_REQUEST"));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
    }

    private static List<Instant> starts(Answer found) {
        return found.body()
                .path("items")
                .valueStream()
                .map(it -> OffsetDateTime.parse(it.path("startsAt").asString()).toInstant())
                .toList();
    }

    private Instant firstShown(TestClinic where, Instant around) {
        LocalDate day = LocalDate.ofInstant(around, ZoneOffset.UTC);
        return Instant.parse(calls.get(
                        where.desk(),
                        "/availability?serviceCode=CONSULTATION&clinicId=" + where.id() + "&from=" + day + "&to="
                                + day.plusDays(1))
                .text("/items/0/startsAt"));
    }

    private Answer book(String who, String whom, Instant startsAt) {
        return calls.post(who, "/appointments", clinic.slotFor(whom, "TOUCH_UP", startsAt));
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("/problems/" + slug);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.text("/detail")).isNotEmpty();
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = new HashMap<>(clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0)));
        body.put(field, value);
        return body;
    }

    private long stored() {
        return mongo.getCollection("events")
                        .countDocuments(new Document("clinicId", clinic.id().value()))
                + mongo.getCollection("appointments")
                        .countDocuments(
                                new Document("slot.clinicId", clinic.id().value()));
    }

    @Test
    void takesAClientWhoIsAtTheDeskWithoutLeadTime() {
        TestClinic open = town.clinic(
                "Europe/London",
                1,
                1,
                Stream.of(DayOfWeek.values())
                        .map(it -> new Hours(it, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                        .toList());
        Instant soon = Cells.start(Cells.of(clock.instant()) + 2);
        Map<String, Object> visit = open.slotFor(Town.client(calls, open), "CONSULTATION", soon);
        assertProblem(calls.post(open.desk(), "/appointments", visit), 422, "too-late");

        visit.put("walkIn", true);

        String visitor = String.valueOf(visit.get("clientId"));
        assertThat(calls.post(visitor, "/appointments", visit).text("/errors/0/field"))
                .isEqualTo("walkIn");
        Answer booked = calls.post(open.desk(), "/appointments", visit);
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(calls.get(open.desk(), "/appointments/" + booked.id() + "/history")
                        .text("/items/0/reason"))
                .isEqualTo("WALK_IN");
    }

    @Test
    void refusesBadInputAndStoresNothing() {
        long before = stored();

        Stream.of(
                        with("clientId", "cli_1"),
                        with("clientId", List.of()),
                        with("clinicId", 7),
                        with("clinicId", clinic.practitioner().value()),
                        with("practitionerId", "prc_01kb3xxqkfbf5kznwj47tan9zt"),
                        with("chairId", "chr_01kb3xxqkfbf5kznwj47tan9zt"),
                        with("serviceCode", "MASSAGE"),
                        with("startsAt", "soon"),
                        with("startsAt", Map.of()),
                        with("startsAt", "+999999999-12-31T23:45:00-18:00"),
                        with("startsAt", clinic.at(10, 7).toString()),
                        with("startsAt", clinic.day() + "T10:00:00"),
                        with("colour", "black"))
                .forEach(it -> assertProblem(calls.post(client, "/appointments", it), 400, "invalid-input"));
        for (String field : List.of("clientId", "clinicId", "practitionerId", "serviceCode", "startsAt")) {
            Map<String, Object> without =
                    with("chairId", clinic.chairs().getFirst().value());
            without.remove(field);
            Answer refused = calls.post(client, "/appointments", without);
            assertProblem(refused, 400, "invalid-input");
            assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        }
        Stream.of("", "null", "[]", "{", "5", "{\"clientId\":}")
                .forEach(it -> assertProblem(calls.post(client, "/appointments", it), 400, "invalid-input"));
        assertProblem(calls.post(client, "/appointments", with("startsAt", "2020-01-01T10:00:00Z")), 422, "too-late");
        assertProblem(
                calls.post(client, "/appointments", with("startsAt", "2150-01-01T10:00:00Z")), 422, "too-far-ahead");
        assertProblem(
                calls.post(
                        client,
                        "/appointments",
                        with("startsAt", clinic.at(6, 0).toString())),
                422,
                "outside-opening-hours");

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void refusesBadQueries() {
        for (String path : List.of(
                "/appointments",
                "/appointments?clientId=me",
                "/appointments?clientId=" + client + "&limit=0",
                "/appointments?clientId=" + client + "&cursor=x",
                "/appointments?clinicId=" + clinic.id() + "&date=tomorrow",
                "/appointments?clinicId=" + clinic.id() + "&date=%2B999999999-12-31",
                "/availability?serviceCode=TOUCH_UP&clinicId=" + clinic.id()
                        + "&from=%2B999999999-12-31&to=%2B999999999-12-31",
                "/availability?serviceCode=TOUCH_UP&clinicId=" + clinic.id() + "&from=2027-01-02&to=2027-01-01",
                "/availability?serviceCode=NOTHING&clinicId=" + clinic.id() + "&from=2027-01-02&to=2027-01-02",
                "/availability?serviceCode=TOUCH_UP&from=2027-01-02&to=2027-01-02",
                "/availability?serviceCode=TOUCH_UP&near=here&from=2027-01-02&to=2027-01-02",
                "/availability?serviceCode=TOUCH_UP&clinicId=" + clinic.id()
                        + "&from=2027-01-02&to=2027-01-02&cursor=YWJj")) {
            Answer answer = calls.get(clinic.desk(), path);
            assertThat(answer.problem()).as("%s: %s", path, answer.body()).isEqualTo("/problems/invalid-input");
            assertProblem(answer, 400, "invalid-input");
        }
    }

    @Test
    void showsAndChangesAnAppointmentOnlyForThoseItConcerns() {
        TestClinic other = town.clinic("Europe/London", 1, 1);
        String stranger = Town.client(calls, clinic);
        String id = book(client, client, clinic.at(10, 0)).id();
        Map<String, String> why = Map.of("reasonCode", "CLIENT_REQUEST");

        for (String who : List.of(
                client, clinic.desk(), clinic.manager(), clinic.artist(), clinic.regionManager(), town.boss())) {
            assertThat(calls.get(who, "/appointments/" + id).status()).isEqualTo(200);
        }
        Answer unknown = calls.get(client, "/appointments/apt_01kb3xxqkfbf5kznwj47tan9zt");
        for (String who : List.of(stranger, Town.guest(), other.desk(), other.regionManager())) {
            Answer hidden = calls.get(who, "/appointments/" + id);
            assertProblem(hidden, 404, "not-found");
            assertThat(hidden.text("/detail")).isEqualTo(unknown.text("/detail"));
            boolean never = who.equals(other.regionManager());
            assertProblem(
                    calls.post(who, "/appointments/" + id + "/cancel", why),
                    never ? 403 : 404,
                    never ? "forbidden" : "not-found");
            assertProblem(calls.get(who, "/appointments/" + id + "/history"), 404, "not-found");
        }
        assertProblem(calls.visit("/appointments/" + id), 401, "unauthenticated");
        String withoutRole = "per_01kb3xxqkfbf5kznwj47tan9zt";
        assertProblem(calls.get(withoutRole, "/appointments/" + id), 403, "forbidden");
        assertProblem(calls.get(withoutRole, "/appointments/apt_01kb3xxqkfbf5kznwj47tan9zt"), 403, "forbidden");
        assertProblem(calls.post(client, "/appointments/" + id + "/check-in", null), 403, "forbidden");
        assertProblem(calls.post(clinic.regionManager(), "/appointments/" + id + "/cancel", why), 403, "forbidden");
        assertProblem(
                calls.get(client, "/appointments?clinicId=" + clinic.id() + "&date=" + clinic.day()), 403, "forbidden");
        assertProblem(book(stranger, client, clinic.at(14, 0)), 404, "not-found");
    }

    @Test
    void keepsWhatWasWrittenAsAReasonForTheClinicsPeopleAlone() {
        String words = "A brother marries that day";
        String id = book(client, client, clinic.at(10, 0)).id();
        Map<String, String> move =
                Map.of("startsAt", clinic.at(14, 0).toString(), "reasonCode", "CLIENT_REQUEST", "reason", words);
        assertThat(calls.post(clinic.desk(), "/appointments/" + id + "/reschedule", move)
                        .status())
                .isEqualTo(200);
        Map<String, String> cancel = Map.of("reasonCode", "CLIENT_REQUEST", "reason", "The client is ill");
        assertThat(calls.post(client, "/appointments/" + id + "/cancel", cancel).status())
                .isEqualTo(200);

        assertThat(reasons(clinic.desk(), id)).containsExactly("", words, "The client is ill");
        assertThat(reasons(client, id)).containsOnly("");
        assertThat(AtRest.everything(mongo.getDb())).contains(id).doesNotContain(words);
    }

    private List<String> reasons(String who, String id) {
        return calls.get(who, "/appointments/" + id + "/history")
                .body()
                .at("/items")
                .valueStream()
                .map(it -> it.path("reason").asString(""))
                .toList();
    }

    @Test
    void endsAccessWithTheRole() {
        String id = book(clinic.desk(), client, clinic.at(10, 0)).id();

        headOffice.tell(new RoleWithdrawn(new PersonId(clinic.desk()), Role.FRONT_DESK, null, clinic.id()));

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertProblem(calls.get(clinic.desk(), "/appointments/" + id), 403, "forbidden");
            assertProblem(calls.get(clinic.desk(), "/clients/" + client), 403, "forbidden");
        });
    }

    @Test
    void refusesAStaleVersionAndWhatIsOver() {
        String id = book(client, client, clinic.at(10, 0)).id();
        Map<String, String> why = Map.of("reasonCode", "CLIENT_REQUEST");

        assertProblem(
                calls.post(client, "/appointments/" + id + "/cancel", why, Map.of("If-Match", "\"7\"")),
                412,
                "stale-version");
        assertThat(calls.post(client, "/appointments/" + id + "/cancel", why, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(200);
        assertProblem(calls.post(client, "/appointments/" + id + "/cancel", why), 409, "illegal-move");
        assertProblem(
                calls.post(
                        client,
                        "/appointments/" + id + "/reschedule",
                        Map.of("startsAt", clinic.at(14, 0).toString(), "reasonCode", "CLIENT_REQUEST")),
                409,
                "illegal-move");
        assertProblem(calls.post(clinic.desk(), "/appointments/" + id + "/check-in", null), 409, "illegal-move");
    }

    @Test
    void knowsThatOnePersonIsInOnePlace() {
        TestClinic other = town.clinic("Europe/Berlin", 1, 1);
        headOffice.tell(Town.employment(clinic.practitioner(), other.id(), "GB-LND", Town.week("09:00", "18:00")));
        assertThat(book(client, client, clinic.at(10, 0)).status()).isEqualTo(201);

        Answer busy = calls.post(client, "/appointments", other.slotFor(client, "TOUCH_UP", clinic.at(11, 0)));
        String second = Town.client(calls, other);
        Map<String, Object> elsewhere = other.slot(clinic.practitioner(), "TOUCH_UP", clinic.at(11, 0));
        elsewhere.put("clientId", second);

        assertProblem(busy, 409, "client-busy");
        assertProblem(calls.post(second, "/appointments", elsewhere), 409, "slot-taken");
    }

    @Test
    void keepsAHoldUntilItLapses() {
        String guest = Town.guest();
        Answer held = calls.post(guest, "/holds", clinic.slot("TOUCH_UP", clinic.at(10, 0)));
        Map<String, Object> confirmation =
                Map.of("clientId", client, "holdId", held.id(), "holdToken", held.text("/token"));
        assertProblem(book(client, client, clinic.at(10, 0)), 409, "slot-taken");
        assertProblem(
                calls.post(client, "/appointments", Map.of("clientId", client, "holdId", held.id(), "holdToken", "x")),
                404,
                "not-found");
        assertProblem(
                calls.post(client, "/appointments", Map.of("clientId", client, "holdId", held.id())),
                400,
                "invalid-input");

        demoClock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));

        assertThat(book(client, client, clinic.at(10, 0)).status()).isEqualTo(201);
        assertProblem(calls.post(client, "/appointments", confirmation), 409, "hold-expired");
        String apt = held.id().replace("hld_", "apt_");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(calls.get(guest, "/appointments/" + apt + "/history")
                                .body()
                                .at("/items")
                                .findValuesAsString("type"))
                        .containsExactly("booking.SlotHeld.v1", "booking.SlotReleased.v1"));
    }

    @Test
    void booksEverySlotThatItShowsAndNoOther() {
        TestClinic large = town.clinic("America/New_York", 2, 3, Town.week("08:00", "20:00"));
        Random random = new Random(5);
        for (int round = 0; round < 25; round++) {
            String service = Town.SERVICES.get(random.nextInt(Town.SERVICES.size()));
            String who = Town.client(calls, large);
            JsonNode items = free(large, service);
            if (items.isEmpty()) {
                continue;
            }
            JsonNode slot = items.get(random.nextInt(items.size()));
            Map<String, Object> body = new HashMap<>();
            for (String field : List.of("clinicId", "practitionerId", "chairId", "serviceCode", "startsAt")) {
                body.put(field, slot.get(field).asString());
            }
            body.put("clientId", who);
            Answer booked = calls.post(who, "/appointments", body);
            assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        }
        String last = Town.client(calls, large);
        List<String> shown = new ArrayList<>();
        free(large, "SCAR")
                .forEach(it -> shown.add(it.get("practitionerId").asString()
                        + Instant.parse(java.time.OffsetDateTime.parse(
                                        it.get("startsAt").asString())
                                .toInstant()
                                .toString())));
        for (int quarter = 0; quarter < 96; quarter += 3) {
            Instant start = large.at(0, 0).plusSeconds(900L * quarter);
            if (!shown.contains(large.practitioner().value() + start)) {
                assertThat(calls.post(last, "/appointments", large.slotFor(last, "SCAR", start))
                                .status())
                        .isIn(409, 422);
            }
        }
    }

    private JsonNode free(TestClinic where, String service) {
        return calls.visit("/availability?serviceCode=%s&clinicId=%s&from=%s&to=%s&limit=200"
                        .formatted(service, where.id(), where.day(), where.day()))
                .body()
                .at("/items");
    }

    @Test
    void offersNothingOnAClosedDayOrWhileThePractitionerIsAway() {
        assertThat(free(clinic, "TOUCH_UP").isEmpty()).isFalse();

        headOffice.tell(new PractitionerAway(clinic.practitioner(), clinic.day(), clinic.day(), "ILL", null));

        assertThat(free(clinic, "TOUCH_UP").isEmpty()).isTrue();
        assertProblem(book(client, client, clinic.at(10, 0)), 422, "practitioner-not-working");
        headOffice.tell(new ClinicDayClosed(clinic.id(), clinic.day(), "HOLIDAY"));
        assertProblem(book(client, client, clinic.at(10, 0)), 422, "outside-opening-hours");
    }

    @Test
    void offersNothingOnTheDayThatIsLeftOfAnAbsenceThatWasTakenBack() {
        LocalDate last = clinic.day().plusDays(1);
        headOffice.tell(new PractitionerAway(clinic.practitioner(), clinic.day(), last, "ILL", null));

        headOffice.tell(
                new PractitionerAbsenceWithdrawn(clinic.practitioner(), clinic.day(), last, null, clinic.day()));

        assertThat(free(clinic, "TOUCH_UP").isEmpty()).isTrue();
        assertProblem(book(client, client, clinic.at(10, 0)), 422, "practitioner-not-working");
    }

    @Test
    void tellsAClientsBusyTimesToNobodyElse() {
        String path = "/availability?serviceCode=TOUCH_UP&clinicId=%s&from=%s&to=%s&clientId=%s"
                .formatted(clinic.id(), clinic.day(), clinic.day(), client);

        assertThat(calls.get(client, path).status()).isEqualTo(200);
        assertThat(calls.get(clinic.desk(), path).status()).isEqualTo(200);
        assertProblem(calls.visit(path), 404, "not-found");
        assertProblem(calls.get(Town.guest(), path), 404, "not-found");
    }
}
