package io.hairline.booking.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.HealingAssessmentId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.contracts.treatment.TreatmentEvent.HealingAssessed;
import io.hairline.contracts.treatment.TreatmentEvent.HealingReleaseEnded;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The first two sessions are in one clinic, the third is in another one. */
@OnBooking
class ReplanIT {

    private static final int MIN_DAYS = 10;

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    @Autowired
    Clock clock;

    private Calls calls;
    private TestClinic clinic;
    private TestClinic away;
    private String client;
    private String course;

    @BeforeEach
    void bookACourse() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 2, 2);
        away = town.clinic("Europe/London", 2, 2);
        client = Town.client(calls, clinic);
        PlanId plan = new PlanId(Ids.next(PlanId.PREFIX));
        List<PlannedSession> sessions = IntStream.rangeClosed(1, 3)
                .mapToObj(it -> new PlannedSession("SESSION_" + it, pounds(700)))
                .toList();
        others.tell(new PlanAccepted(plan, new ClientId(client), clinic.id(), sessions, pounds(2_100)));
        Answer booked = calls.post(
                client,
                "/courses",
                Map.of(
                        "clientId",
                        client,
                        "planId",
                        plan.value(),
                        "sessions",
                        List.of(
                                clinic.slot("SESSION_1", clinic.at(10, 0)),
                                clinic.slot("SESSION_2", clinic.at(clinic.day().plusDays(13), 10, 0)),
                                away.slot("SESSION_3", away.at(clinic.day().plusDays(27), 10, 0)))));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        course = booked.id();
        Answer paid = calls.post(
                client,
                "/payments",
                Map.of("courseId", course, "amount", Map.of("amount", "420.00", "currency", "GBP"), "method", "CARD"));
        assertThat(paid.status()).as(paid.body().toString()).isEqualTo(201);
    }

    private static Money pounds(int amount) {
        return new Money(BigDecimal.valueOf(amount), "GBP");
    }

    private JsonNode session(int index) {
        return calls.get(client, "/courses/" + course).body().path("sessions").path(index);
    }

    private String appointment(int index) {
        return session(index).path("appointmentId").asString();
    }

    private static LocalDateTime start(JsonNode it) {
        return LocalDateTime.parse(it.path("localStart").asString());
    }

    private List<LocalDate> days() {
        return calls.get(client, "/courses/" + course)
                .body()
                .path("sessions")
                .valueStream()
                .map(it -> start(it).toLocalDate())
                .toList();
    }

    private String conflict(int index) {
        return calls.get(client, "/appointments/" + appointment(index))
                .body()
                .path("conflict")
                .asString("");
    }

    private Answer move(String who, int index, LocalDate day) {
        TestClinic where = index == 2 ? away : clinic;
        Answer moved = calls.post(
                who,
                "/appointments/" + appointment(index) + "/reschedule",
                Map.of("startsAt", where.at(day, 10, 0).toString(), "reasonCode", "CLIENT_REQUEST"));
        assertThat(moved.status()).as(moved.body().toString()).isNotEqualTo(500);
        return moved;
    }

    private static Map<String, Object> choice(JsonNode session, int offer) {
        JsonNode held = session.path("offers").path(offer);
        return Map.of(
                "appointmentId", session.path("appointmentId").asString(),
                "holdId", held.path("holdId").asString(),
                "holdToken", held.path("holdToken").asString());
    }

    private Answer replan(String who, List<Map<String, Object>> moves) {
        return calls.post(who, "/courses/" + course + "/replan", Map.of("moves", moves));
    }

    private String statusOfHold(JsonNode session, int offer) {
        String id = session.path("offers").path(offer).path("holdId").asString().replace("hld_", "apt_");
        return calls.get(client, "/appointments/" + id).text("/status");
    }

    @Test
    void offersHeldTimesInTheOtherClinicForTheSessionThatHasToMove() {
        LocalDate moved = clinic.day().plusDays(21);

        Answer answer = move(client, 1, moved);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(start(answer.body()).toLocalDate()).isEqualTo(moved);
        JsonNode replan = answer.body().path("replan");
        assertThat(replan.size()).isEqualTo(1);
        JsonNode third = replan.path(0);
        assertThat(third.path("appointmentId").asString()).isEqualTo(appointment(2));
        assertThat(third.path("reasonCode").asString()).isEqualTo("HEALING_GAP");
        assertThat(third.path("offers").size()).isEqualTo(3);
        third.path("offers").forEach(it -> {
            assertThat(it.path("clinicId").asString()).isEqualTo(away.id().value());
            assertThat(it.path("reasons").toString()).contains("SAME_PRACTITIONER");
            assertThat(start(it).toLocalDate()).isAfterOrEqualTo(moved.plusDays(MIN_DAYS));
            assertThat(start(it).getHour()).isEqualTo(10);
        });
        assertThat(conflict(2)).isEqualTo("HEALING_GAP");
        assertThat(calls.get(away.desk(), "/tasks?clinicId=" + away.id() + "&status=OPEN")
                        .text("/items/0/reasonCode"))
                .isEqualTo("HEALING_GAP");
        Map<String, Object> slot = new HashMap<>(away.slot(
                "SESSION_3", away.at(start(third.path("offers").path(0)).toLocalDate(), 10, 0)));
        assertThat(calls.post(away.desk(), "/holds", slot).problem()).isEqualTo("/problems/slot-taken");
        assertThat(calls.get(client, "/courses/" + course + "/replan").body().path("replan"))
                .isEqualTo(replan);
        assertThat(calls.post(client, "/courses/" + course + "/replan-offers", null)
                        .body()
                        .path("replan"))
                .isEqualTo(replan);
        Answer foreign =
                calls.post(town.clinic("Europe/London", 1, 1).desk(), "/courses/" + course + "/replan-offers", null);
        assertThat(foreign.status()).isEqualTo(404);

        Answer done = replan(client, List.of(choice(third, 1)));

        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        assertThat(start(done.body().path("sessions").path(2)))
                .isEqualTo(start(third.path("offers").path(1)));
        assertThat(conflict(2)).isEmpty();
        assertThat(statusOfHold(third, 0)).isEqualTo("EXPIRED");
        assertThat(calls.post(away.desk(), "/holds", slot).status()).isEqualTo(201);
        assertThat(calls.get(away.desk(), "/tasks?clinicId=" + away.id() + "&status=OPEN")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(replan(client, List.of(choice(third, 1))).problem()).isEqualTo("/problems/hold-expired");
    }

    @Test
    void movesAllOfThemOrNone() {
        JsonNode replan = move(client, 0, clinic.day().plusDays(20)).body().path("replan");
        assertThat(replan.size()).isEqualTo(2);
        List<LocalDate> before = days();
        JsonNode lost = replan.path(1).path("offers").path(0);
        Answer givenBack = calls.call(
                client,
                "DELETE",
                "/holds/" + lost.path("holdId").asString(),
                null,
                Map.of("X-Hold-Token", lost.path("holdToken").asString()));
        assertThat(givenBack.status()).isEqualTo(204);

        Answer refused = replan(client, List.of(choice(replan.path(0), 0), choice(replan.path(1), 0)));

        assertThat(refused.problem()).isEqualTo("/problems/hold-expired");
        assertThat(days()).isEqualTo(before);
        assertThat(statusOfHold(replan.path(0), 0)).isEqualTo("HELD");
        assertThat(replan(client, List.of(choice(replan.path(1), 1))).problem())
                .isEqualTo("/problems/sessions-out-of-order");
        assertThat(days()).isEqualTo(before);
        assertThat(replan(client, List.of(choice(replan.path(0), 2), choice(replan.path(1), 1)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsOneOfManyConfirmationsWin() throws Exception {
        JsonNode replan = move(client, 0, clinic.day().plusDays(20)).body().path("replan");
        List<Callable<Answer>> rivals = new ArrayList<>();
        for (int rival = 0; rival < 8; rival++) {
            List<Map<String, Object>> moves =
                    List.of(choice(replan.path(0), rival % 3), choice(replan.path(1), (rival + 1) % 3));
            rivals.add(() -> replan(client, moves));
        }

        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(rivals)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(it -> it.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(it -> it.status() != 200)
                .allSatisfy(it -> assertThat(it.problem()).isEqualTo("/problems/hold-expired"));
        int winner = IntStream.range(0, answers.size())
                .filter(it -> answers.get(it).status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(start(session(1)))
                .isEqualTo(start(replan.path(0).path("offers").path(winner % 3)));
        assertThat(start(session(2)))
                .isEqualTo(start(replan.path(1).path("offers").path((winner + 1) % 3)));
    }

    @Test
    void letsTheClinicMoveWhatHasNotHealed() {
        Answer moved = calls.post(
                clinic.artist(),
                "/appointments/" + appointment(1) + "/reschedule",
                Map.of("startsAt", clinic.at(clinic.day().plusDays(24), 10, 0).toString(), "reasonCode", "NOT_HEALED"));

        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        JsonNode replan = moved.body().path("replan");
        assertThat(replan.size()).isEqualTo(1);
        assertThat(replan(clinic.artist(), List.of(choice(replan.path(0), 0))).status())
                .isEqualTo(200);
    }

    private void seen(boolean healed) {
        HealingAssessed assessed = new HealingAssessed(
                new HealingAssessmentId(Ids.next(HealingAssessmentId.PREFIX)),
                new SessionId(Ids.next(SessionId.PREFIX)),
                new ClientId(client),
                clinic.id(),
                healed,
                clinic.id());
        others.tellAt(clock.instant(), assessed);
    }

    /** A day within the days that healing takes, counted from today. */
    private LocalDate soon() {
        return clinic.day().minusDays(6);
    }

    @Test
    void offersNewTimesWhenTheSkinHasNotHealed() {
        assertThat(move(client, 0, soon()).status()).isEqualTo(200);
        seen(true);
        assertThat(conflict(0)).isEmpty();

        seen(false);

        assertThat(conflict(0)).isEqualTo("NOT_HEALED");
        assertThat(conflict(1)).isEmpty();
        assertThat(calls.get(clinic.desk(), "/tasks?clinicId=" + clinic.id())
                        .body()
                        .toString())
                .contains("NOT_HEALED");
        JsonNode replan = calls.post(client, "/courses/" + course + "/replan-offers", Map.of())
                .body()
                .path("replan");
        assertThat(replan.path(0).path("reasonCode").asString()).isEqualTo("NOT_HEALED");
        LocalDate offered = start(replan.path(0).path("offers").path(0)).toLocalDate();
        assertThat(offered).isAfterOrEqualTo(clinic.day().minusDays(14).plusDays(MIN_DAYS));
        List<Map<String, Object>> choices =
                replan.valueStream().map(it -> choice(it, 0)).toList();

        assertThat(replan(client, choices).status()).isEqualTo(200);

        assertThat(conflict(0)).isEmpty();
        assertThat(days().getFirst()).isEqualTo(offered);
    }

    @Test
    void leavesTheSessionAloneOnceTheSkinHasHealed() {
        assertThat(move(client, 0, soon()).status()).isEqualTo(200);
        seen(false);
        assertThat(move(client, 1, clinic.day().plusDays(14)).status()).isEqualTo(200);
        assertThat(conflict(0)).isEqualTo("NOT_HEALED");

        seen(true);

        assertThat(conflict(0)).isEmpty();
        assertThat(days().getFirst()).isEqualTo(soon());
    }

    @Test
    void asksForANewTimeAgainWhenTheReleaseEnds() {
        assertThat(move(client, 0, soon()).status()).isEqualTo(200);
        Instant delayedAt = clock.instant();
        seen(false);
        seen(true);
        assertThat(conflict(0)).isEmpty();
        releaseEnds(null);
        assertThat(conflict(0)).isEmpty();

        releaseEnds(delayedAt);

        assertThat(conflict(0)).isEqualTo("NOT_HEALED");
    }

    private void releaseEnds(@Nullable Instant delayedSince) {
        others.tellAt(
                clock.instant(),
                new HealingReleaseEnded(
                        new HealingAssessmentId(Ids.next(HealingAssessmentId.PREFIX)),
                        new SessionId(Ids.next(SessionId.PREFIX)),
                        new ClientId(client),
                        clinic.id(),
                        clinic.id(),
                        delayedSince));
    }

    @Test
    void forgetsTheConflictWhenTheSessionMovesBack() {
        assertThat(move(client, 1, clinic.day().plusDays(35)).text("/replan/0/reasonCode"))
                .isEqualTo("OUT_OF_ORDER");

        Answer back = move(client, 1, clinic.day().plusDays(13));

        assertThat(back.status()).as(back.body().toString()).isEqualTo(200);
        assertThat(back.body().path("replan").size()).isZero();
        assertThat(conflict(2)).isEmpty();
    }

    /** Every answer is what the days alone say; after a confirmed re-plan the gaps are right. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsTimeToHealThroughRandomMoves(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 12; step++) {
            List<LocalDate> before = days();
            int moving = random.nextInt(3);
            LocalDate day = clinic.day().plusDays(random.nextInt(60));
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                day = day.plusDays(1);
            }

            Answer moved = move(client, moving, day);

            String what = "seed %d step %d: session %d of %s to %s".formatted(seed, step, moving + 1, before, day);
            if (moved.status() != 200) {
                assertThat(moved.problem().equals("/problems/slot-taken")
                                || isWrong(before, moving, day, 0, moving)
                                || before.contains(day))
                        .as(what + moved.body())
                        .isTrue();
                assertThat(days()).as(what).isEqualTo(before);
                continue;
            }
            assertThat(isWrong(before, moving, day, 0, moving)).as(what).isFalse();
            List<LocalDate> after = days();
            for (int later = moving + 1; later < 3; later++) {
                if (isWrong(before, moving, day, later, later + 1)) {
                    assertThat(conflict(later)).as(what).isNotEmpty();
                }
            }
            JsonNode replan = moved.body().path("replan");
            if (IntStream.range(1, 3).noneMatch(it -> gapIsWrong(after, it))) {
                assertThat(replan.size()).as(what).isZero();
            } else if (random.nextInt(3) > 0) {
                List<Map<String, Object>> moves = replan.valueStream()
                        .map(it -> choice(it, random.nextInt(it.path("offers").size())))
                        .toList();
                Answer confirmed = replan(client, moves);
                assertThat(confirmed.status()).as(what + confirmed.body()).isEqualTo(200);
                List<LocalDate> replanned = days();
                assertThat(IntStream.range(1, 3).noneMatch(it -> gapIsWrong(replanned, it)))
                        .as(what + " then " + replanned)
                        .isTrue();
                assertThat(IntStream.range(0, 3).mapToObj(this::conflict)).allMatch(String::isEmpty);
            }
        }
    }

    /** Whether a session on another day would be too close to one of these others, or on the wrong side of it. */
    private static boolean isWrong(List<LocalDate> days, int moving, LocalDate to, int from, int until) {
        return IntStream.range(from, until).filter(it -> it != moving).anyMatch(it -> {
            LocalDate earlier = it < moving ? days.get(it) : to;
            LocalDate later = it < moving ? to : days.get(it);
            return ChronoUnit.DAYS.between(earlier, later) < MIN_DAYS;
        });
    }

    private static boolean gapIsWrong(List<LocalDate> days, int session) {
        return ChronoUnit.DAYS.between(days.get(session - 1), days.get(session)) < MIN_DAYS;
    }
}
