package io.hairline.booking.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStarted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnBooking
class CourseIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    private Calls calls;
    private TestClinic clinic;
    private String client;

    @BeforeEach
    void openAClinic() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 2, 2);
        client = Town.client(calls, clinic);
    }

    private String plan() {
        PlanId plan = new PlanId(Ids.next(PlanId.PREFIX));
        List<PlannedSession> sessions = IntStream.rangeClosed(1, 3)
                .mapToObj(it -> new PlannedSession("SESSION_" + it, pounds(700)))
                .toList();
        others.tell(new PlanAccepted(plan, new ClientId(client), clinic.id(), sessions, pounds(2_100)));
        return plan.value();
    }

    private static Money pounds(int amount) {
        return new Money(BigDecimal.valueOf(amount), "GBP");
    }

    private Answer proposed(String plan) {
        return calls.post(
                clinic.desk(),
                "/courses",
                Map.of(
                        "clientId", client,
                        "planId", plan,
                        "propose",
                                Map.of(
                                        "from",
                                        clinic.day().toString(),
                                        "clinicIds",
                                        List.of(clinic.id().value()))));
    }

    private Answer course(String plan, int... daysAfterTheFirst) {
        List<Map<String, Object>> sessions = new ArrayList<>();
        for (int index = 0; index < daysAfterTheFirst.length; index++) {
            LocalDate day = clinic.day().plusDays(daysAfterTheFirst[index]);
            sessions.add(clinic.slot("SESSION_" + (index + 1), clinic.at(day, 10, 0)));
        }
        return calls.post(clinic.desk(), "/courses", Map.of("clientId", client, "planId", plan, "sessions", sessions));
    }

    private int appointments() {
        return calls.get(clinic.desk(), "/appointments?clientId=" + client)
                .body()
                .path("items")
                .size();
    }

    private Answer pay(String course, String amount) {
        return calls.post(
                clinic.desk(),
                "/payments",
                Map.of("courseId", course, "amount", Map.of("amount", amount, "currency", "GBP"), "method", "CARD"));
    }

    @Test
    void booksAllSessionsWithTimeToHealOnceForAPlan() {
        String plan = plan();

        Answer booked = proposed(plan);

        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        List<LocalDate> days = booked.body()
                .path("sessions")
                .valueStream()
                .map(it -> LocalDate.parse(it.path("localStart").asString().substring(0, 10)))
                .toList();
        assertThat(days).hasSize(3);
        assertThat(days.get(1)).isBetween(days.get(0).plusDays(10), days.get(0).plusDays(14));
        assertThat(days.get(2)).isBetween(days.get(1).plusDays(10), days.get(1).plusDays(14));
        assertThat(booked.text("/deposit/required/amount")).startsWith("420");
        assertThat(appointments()).isEqualTo(3);
        assertThat(calls.get(client, "/courses/" + booked.id()).status()).isEqualTo(200);
        assertThat(proposed(plan).problem()).isEqualTo("/problems/illegal-move");
        assertThat(calls.get(town.clinic("Europe/London", 1, 1).desk(), "/courses/" + booked.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void booksNothingAndNamesTheSessionThatCantBeHad() {
        String other = Town.client(calls, clinic);
        assertThat(calls.post(
                                clinic.desk(),
                                "/appointments",
                                clinic.slotFor(
                                        other,
                                        "TOUCH_UP",
                                        clinic.at(clinic.day().plusDays(13), 11, 0)))
                        .status())
                .isEqualTo(201);

        Answer refused = course(plan(), 0, 13, 27);

        assertThat(refused.problem()).isEqualTo("/problems/course-not-booked");
        assertThat(refused.body().path("sessions").size()).isEqualTo(1);
        assertThat(refused.text("/sessions/0/index")).isEqualTo("1");
        assertThat(refused.body().at("/sessions/0/alternatives").size()).isEqualTo(3);
        assertThat(appointments()).isZero();
    }

    @Test
    void keepsTheHealingGap() {
        assertThat(course(plan(), 0, 6, 20).problem()).isEqualTo("/problems/healing-gap");
        assertThat(course(plan(), 0, 8, 20).problem()).isEqualTo("/problems/healing-gap");
        assertThat(appointments()).isZero();

        Answer booked = course(plan(), 0, 10, 21);
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(pay(booked.id(), "420.00").status()).isEqualTo(201);
        Answer moved = calls.post(
                clinic.desk(),
                "/appointments/" + booked.text("/sessions/1/appointmentId") + "/reschedule",
                Map.of(
                        "startsAt",
                        clinic.at(clinic.day().plusDays(3), 10, 0).toString(),
                        "reasonCode",
                        "CLIENT_REQUEST"));
        assertThat(moved.problem()).isEqualTo("/problems/healing-gap");
    }

    @Test
    void letsOneOfTwoCoursesHaveTheTimesWhole() throws Exception {
        TestClinic small = town.clinic("Europe/London", 1, 1);
        clinic = small;
        List<String> both = List.of(Town.client(calls, small), Town.client(calls, small));
        List<String> plans = new ArrayList<>();
        for (String one : both) {
            client = one;
            plans.add(plan());
        }
        List<Map<String, Object>> sessions = List.of(
                small.slot("SESSION_1", small.at(small.day(), 10, 0)),
                small.slot("SESSION_2", small.at(small.day().plusDays(13), 10, 0)),
                small.slot("SESSION_3", small.at(small.day().plusDays(27), 10, 0)));

        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> races = new ArrayList<>();
            for (int it = 0; it < 2; it++) {
                Map<String, Object> wish =
                        Map.of("clientId", both.get(it), "planId", plans.get(it), "sessions", sessions);
                races.add(() -> calls.post(small.desk(), "/courses", wish));
            }
            answers =
                    threads.invokeAll(races).stream().map(it -> it.resultNow()).toList();
        }

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(both.stream()
                        .map(it -> calls.get(small.desk(), "/appointments?clientId=" + it)
                                .body()
                                .path("items")
                                .size()))
                .containsExactlyInAnyOrder(3, 0);
    }

    @Test
    void takesADepositWithTheFaultsOfARealProvider() {
        String course = proposed(plan()).id();

        Answer paid = pay(course, "420.00");
        assertThat(paid.status()).as(paid.body().toString()).isEqualTo(201);
        assertThat(pay(course, "10.02").problem()).isEqualTo("/problems/declined");
        Answer thinking = pay(course, "10.03");
        assertThat(thinking.status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> calls.get(clinic.desk(), "/payments/" + thinking.id())
                        .text("/status")
                        .equals("CAPTURED"));
        assertThat(calls.get(clinic.desk(), "/courses/" + course).text("/deposit/paid/amount"))
                .startsWith("430.03");
        assertThat(calls.post(
                                clinic.desk(),
                                "/payments",
                                Map.of(
                                        "courseId",
                                        course,
                                        "amount",
                                        Map.of("amount", "10.00", "currency", "USD"),
                                        "method",
                                        "CARD"))
                        .problem())
                .isEqualTo("/problems/wrong-currency");

        Map<String, Object> tooMuch =
                Map.of("amount", Map.of("amount", "421.00", "currency", "GBP"), "reasonCode", "GOODWILL");
        assertThat(calls.post(clinic.desk(), "/payments/" + paid.id() + "/refund", tooMuch)
                        .status())
                .isEqualTo(403);
        assertThat(calls.post(clinic.manager(), "/payments/" + paid.id() + "/refund", tooMuch)
                        .problem())
                .isEqualTo("/problems/too-much");
        assertThat(calls.post(clinic.manager(), "/payments/" + paid.id() + "/refund", Map.of("reasonCode", "GOODWILL"))
                        .text("/refunded/amount"))
                .startsWith("420");
    }

    @Test
    void chargesOnceHoweverOftenAKeyComes() {
        String course = proposed(plan()).id();
        Map<String, Object> payment =
                Map.of("courseId", course, "amount", Map.of("amount", "99.00", "currency", "GBP"), "method", "CARD");
        Map<String, String> key = Map.of("Idempotency-Key", "pay-" + course);

        Answer first = calls.post(clinic.desk(), "/payments", payment, key);
        Answer again = calls.post(clinic.desk(), "/payments", payment, key);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.text("/status")).isEqualTo("CAPTURED");
        assertThat(calls.get(clinic.desk(), "/payments?courseId=" + course)
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void paysBackByItselfWhatACancellationGivesBack() {
        Answer booked =
                calls.post(clinic.desk(), "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0)));
        Map<String, Object> payment = Map.of(
                "appointmentId",
                booked.id(),
                "amount",
                Map.of("amount", "100.00", "currency", "GBP"),
                "method",
                "CARD");
        String paid = calls.post(clinic.desk(), "/payments", payment).id();
        Answer cost = calls.get(client, "/appointments/" + booked.id() + "/cancellation-cost");
        assertThat(cost.text("/refund/amount")).startsWith("100");
        assertThat(cost.text("/window/refundPercent")).isEqualTo("100");

        calls.post(client, "/appointments/" + booked.id() + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> calls.get(clinic.desk(), "/payments/" + paid)
                        .text("/refunded/amount")
                        .startsWith("100"));
    }

    @Test
    void followsTheChair() {
        Answer booked = proposed(plan());
        assertThat(pay(booked.id(), "420.00").status()).isEqualTo(201);
        JsonNode first = booked.body().path("sessions").path(0);
        AppointmentId appointment =
                new AppointmentId(first.path("appointmentId").asString());
        SessionId session = new SessionId(Ids.next(SessionId.PREFIX));
        Instant now = Instant.now();

        others.tell(new SessionStarted(
                session,
                appointment,
                new ClientId(client),
                clinic.id(),
                clinic.practitioner(),
                "SESSION_1",
                null,
                now));
        assertThat(status(appointment)).isEqualTo("IN_CHAIR");
        others.tell(completed(session, appointment, now));
        assertThat(status(appointment)).isEqualTo("COMPLETED");
        others.tell(completed(session, appointment, now));

        assertThat(calls.get(clinic.desk(), "/appointments/" + appointment + "/history")
                        .body()
                        .at("/items")
                        .findValuesAsString("type"))
                .containsExactly(
                        "booking.SlotHeld.v1",
                        "booking.AppointmentBooked.v1",
                        "booking.AppointmentStarted.v1",
                        "booking.AppointmentCompleted.v1");
    }

    @Test
    void reinstatesWhatWasCancelledWhenTheClientSitsInTheChairUnlessTheTimeIsTaken() {
        for (boolean taken : List.of(false, true)) {
            int hour = taken ? 14 : 10;
            Map<String, Object> slot = clinic.slotFor(client, "TOUCH_UP", clinic.at(hour, 0));
            AppointmentId appointment = new AppointmentId(
                    calls.post(clinic.desk(), "/appointments", slot).id());
            calls.post(clinic.desk(), "/appointments/" + appointment + "/cancel", Map.of("reasonCode", "MISTAKE"));
            if (taken) {
                String other = Town.client(calls, clinic);
                Map<String, Object> same = new HashMap<>(clinic.slotFor(other, "TOUCH_UP", clinic.at(hour, 0)));
                assertThat(calls.post(clinic.desk(), "/appointments", same).status())
                        .isEqualTo(201);
            }

            others.tell(new SessionStarted(
                    new SessionId(Ids.next(SessionId.PREFIX)),
                    appointment,
                    new ClientId(client),
                    clinic.id(),
                    clinic.practitioner(),
                    "TOUCH_UP",
                    null,
                    Instant.now()));

            assertThat(calls.get(clinic.desk(), "/appointments/" + appointment + "/history")
                            .body()
                            .at("/items")
                            .findValuesAsString("type")
                            .getLast())
                    .isEqualTo(taken ? "booking.AppointmentInConflict.v1" : "booking.AppointmentReinstated.v1");
        }
    }

    @Test
    void offersFreeSlotsNearbyWhenATouchUpFallsDue() {
        TouchUpId touchUp = new TouchUpId(Ids.next(TouchUpId.PREFIX));
        LocalDate due = clinic.day();

        others.tell(new TouchUpDue(touchUp, new ClientId(client), clinic.id(), null, due, due.plusMonths(6)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(calls.get(client, "/invitations?clientId=" + client)
                                .body()
                                .at("/items/0/slots")
                                .size())
                        .isEqualTo(3));
        assertThat(OffsetDateTime.parse(calls.get(client, "/invitations?clientId=" + client)
                                .text("/items/0/slots/0/startsAt"))
                        .toInstant())
                .isAfter(Instant.now());
    }

    private String status(AppointmentId appointment) {
        return calls.get(clinic.desk(), "/appointments/" + appointment).text("/status");
    }

    private SessionCompleted completed(SessionId session, AppointmentId appointment, Instant now) {
        return new SessionCompleted(
                session,
                appointment,
                new ClientId(client),
                clinic.id(),
                clinic.practitioner(),
                "SESSION_1",
                null,
                now,
                now.plusSeconds(60),
                List.of(),
                new Needle("3RL", new LotId(Ids.next(LotId.PREFIX))),
                List.of(),
                null);
    }
}
