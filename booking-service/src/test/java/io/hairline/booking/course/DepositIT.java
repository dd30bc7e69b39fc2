package io.hairline.booking.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A course of 2,100 pounds, whose times are kept until 420 of them are there. */
@OnBooking
class DepositIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<Integer> DAYS = List.of(0, 13, 27);

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    @Autowired
    DemoClock clock;

    private Calls calls;
    private TestClinic clinic;
    private String client;

    @BeforeEach
    void openAClinic() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        client = Town.client(calls, clinic);
    }

    private static Money pounds(int amount) {
        return new Money(BigDecimal.valueOf(amount), "GBP");
    }

    private String plan(int price) {
        PlanId plan = new PlanId(Ids.next(PlanId.PREFIX));
        List<PlannedSession> sessions = IntStream.rangeClosed(1, 3)
                .mapToObj(it -> new PlannedSession("SESSION_" + it, pounds(price)))
                .toList();
        others.tell(new PlanAccepted(plan, new ClientId(client), clinic.id(), sessions, pounds(3 * price)));
        return plan.value();
    }

    private Answer book(String who, String plan) {
        List<Map<String, Object>> sessions = IntStream.range(0, DAYS.size())
                .mapToObj(it -> clinic.slot(
                        "SESSION_" + (it + 1), clinic.at(clinic.day().plusDays(DAYS.get(it)), 10, 0)))
                .toList();
        return calls.post(who, "/courses", Map.of("clientId", client, "planId", plan, "sessions", sessions));
    }

    private Answer held() {
        Answer held = book(client, plan(700));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        assertThat(held.text("/status")).isEqualTo("HELD");
        return held;
    }

    private Answer pay(String who, String course, String amount, String method) {
        return calls.post(
                who,
                "/payments",
                Map.of("courseId", course, "amount", Map.of("amount", amount, "currency", "GBP"), "method", method));
    }

    private String status(String course) {
        return calls.get(clinic.desk(), "/courses/" + course).text("/status");
    }

    private static List<String> appointments(Answer course) {
        return course.body().path("sessions").findValuesAsString("appointmentId");
    }

    private Stream<Answer> each(Answer course) {
        return appointments(course).stream().map(it -> calls.get(clinic.desk(), "/appointments/" + it));
    }

    private List<String> history(String appointment) {
        return calls.get(clinic.desk(), "/appointments/" + appointment + "/history")
                .body()
                .path("items")
                .findValuesAsString("type");
    }

    private BigDecimal refunded(String course) {
        return calls.get(clinic.manager(), "/payments?courseId=" + course)
                .body()
                .path("items")
                .valueStream()
                .map(it -> new BigDecimal(it.at("/refunded/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void booksAllSessionsOnceTheWholeDepositIsThere() {
        Answer course = held();
        Instant dueAt = Instant.parse(course.text("/deposit/dueAt"));
        assertThat(dueAt).isBefore(clinic.at(10, 0));
        assertThat(each(course)).allSatisfy(it -> {
            assertThat(it.text("/status")).isEqualTo("HELD");
            assertThat(Instant.parse(it.text("/heldUntil"))).isEqualTo(dueAt);
        });
        String other = Town.client(calls, clinic);
        assertThat(calls.post(clinic.desk(), "/appointments", clinic.slotFor(other, "SESSION_1", clinic.at(10, 0)))
                        .problem())
                .as("a kept time is nobody else's")
                .isEqualTo("/problems/slot-taken");

        assertThat(pay(clinic.desk(), course.id(), "200.00", "CASH").status()).isEqualTo(201);
        assertThat(status(course.id())).as("a part books nothing").isEqualTo("HELD");
        assertThat(pay(client, course.id(), "220.00", "CARD").status()).isEqualTo(201);

        assertThat(status(course.id())).isEqualTo("BOOKED");
        assertThat(each(course)).allSatisfy(it -> assertThat(it.text("/status")).isEqualTo("CONFIRMED"));
        pay(client, course.id(), "10.00", "CARD");
        assertThat(appointments(course))
                .allSatisfy(it ->
                        assertThat(history(it)).containsExactly("booking.SlotHeld.v1", "booking.AppointmentBooked.v1"));
    }

    /** The provider thinks for a while, or calls back twice and out of order. */
    @Test
    void booksThemOnceWhenTheProviderSaysSoLate() {
        for (String amount : List.of("420.03", "420.05")) {
            Answer course = held();

            pay(client, course.id(), amount, "CARD");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(status(course.id())).isEqualTo("BOOKED"));
            assertThat(appointments(course))
                    .allSatisfy(it -> assertThat(history(it))
                            .containsExactly("booking.SlotHeld.v1", "booking.AppointmentBooked.v1"));
            clinic = town.clinic("Europe/London", 1, 1);
            client = Town.client(calls, clinic);
        }
    }

    @Test
    void givesAllTimesBackWhenTheDepositIsNotThereInTime() {
        String plan = plan(700);
        Answer course = book(client, plan);
        pay(client, course.id(), "100.00", "CARD");
        assertThat(book(clinic.desk(), plan).problem()).isEqualTo("/problems/illegal-move");

        clock.moveTo(Instant.parse(course.text("/deposit/dueAt")).plusSeconds(1));

        await().atMost(SOON).untilAsserted(() -> assertThat(status(course.id())).isEqualTo("EXPIRED"));
        assertThat(each(course)).allSatisfy(it -> assertThat(it.text("/status")).isEqualTo("EXPIRED"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(refunded(course.id())).isEqualByComparingTo("100.00"));
        assertThat(pay(client, course.id(), "420.00", "CARD").problem()).isEqualTo("/problems/illegal-move");

        Answer again = book(client, plan);
        assertThat(again.status()).as(again.body().toString()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(course.id());
        assertThat(pay(client, course.id(), "420.00", "CARD").status()).isEqualTo(201);
        assertThat(status(course.id())).isEqualTo("BOOKED");
        assertThat(each(again)).allSatisfy(it -> assertThat(it.text("/status")).isEqualTo("CONFIRMED"));
        assertThat(calls.get(client, "/courses/" + course.id()).text("/sessions/0/appointmentId"))
                .isEqualTo(appointments(again).getFirst());
    }

    @Test
    void givesBackMoneyThatComesAfterTheTimes() {
        Answer course = held();
        assertThat(pay(client, course.id(), "420.03", "CARD").status()).isEqualTo(202);

        Answer given = calls.post(client, "/courses/" + course.id() + "/give-back", Map.of());

        assertThat(given.text("/status")).isEqualTo("EXPIRED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(refunded(course.id())).isEqualByComparingTo("420.03"));
        assertThat(status(course.id())).isEqualTo("EXPIRED");
        assertThat(calls.post(client, "/courses/" + course.id() + "/give-back", Map.of())
                        .problem())
                .isEqualTo("/problems/illegal-move");
    }

    /** Of a payment and the end of the time that come at once, one is first, and both agree which. */
    @Test
    void letsThePaymentOrTheEndWinWhole() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                clinic = town.clinic("Europe/London", 1, 1);
                client = Town.client(calls, clinic);
                Answer course = held();
                List<Callable<Answer>> race = new ArrayList<>();
                race.add(() -> pay(clinic.desk(), course.id(), "210.00", "CASH"));
                race.add(() -> pay(clinic.desk(), course.id(), "210.00", "CASH"));
                race.add(() -> calls.post(clinic.desk(), "/courses/" + course.id() + "/give-back", Map.of()));

                List<Answer> answers =
                        threads.invokeAll(race).stream().map(Future::resultNow).toList();

                assertThat(answers).extracting(Answer::status).allMatch(it -> it < 500);
                boolean booked = status(course.id()).equals("BOOKED");
                assertThat(status(course.id())).isEqualTo(booked ? "BOOKED" : "EXPIRED");
                assertThat(each(course))
                        .allSatisfy(it -> assertThat(it.text("/status")).isEqualTo(booked ? "CONFIRMED" : "EXPIRED"));
                long taken = answers.stream().filter(it -> it.status() == 201).count();
                assertThat(booked).isEqualTo(taken == 2 && answers.getLast().status() != 200);
                BigDecimal back = booked ? BigDecimal.ZERO : BigDecimal.valueOf(210 * taken);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(refunded(course.id())).isEqualByComparingTo(back));
            }
        }
    }

    @Test
    void letsTheManagerBookWithoutTheDepositVisibly() {
        Answer course = held();
        Map<String, ?> why = Map.of("reasonCode", "GOODWILL", "reason", "Pays in cash on the day.");
        String path = "/courses/" + course.id() + "/confirm";
        assertThat(calls.post(clinic.desk(), path, why).status()).isEqualTo(403);
        assertThat(calls.post(town.clinic("Europe/London", 1, 1).manager(), path, why)
                        .status())
                .isEqualTo(404);
        assertThat(calls.post(clinic.manager(), path, Map.of("reasonCode", "BECAUSE"))
                        .status())
                .isEqualTo(400);

        assertThat(calls.post(clinic.manager(), path, why).text("/status")).isEqualTo("BOOKED");

        assertThat(each(course)).allSatisfy(it -> {
            assertThat(it.text("/status")).isEqualTo("CONFIRMED");
            assertThat(it.text("/override/rules/0")).isEqualTo("DEPOSIT");
            assertThat(it.text("/override/roleCode")).isEqualTo("CLINIC_MANAGER");
        });
        assertThat(calls.get(
                                clinic.desk(),
                                "/appointments/" + appointments(course).getFirst() + "/history")
                        .text("/items/1/reason"))
                .isEqualTo("Pays in cash on the day.");
        assertThat(calls.post(clinic.manager(), path, why).problem()).isEqualTo("/problems/illegal-move");
    }

    @Test
    void changesNoSessionThatWaitsForTheDeposit() {
        Answer course = held();
        String first = appointments(course).getFirst();
        Map<String, Object> move = clinic.slot("SESSION_1", clinic.at(12, 0));
        move.remove("serviceCode");
        move.put("reasonCode", "CLIENT_REQUEST");

        for (Answer refused : List.of(
                calls.post(client, "/appointments/" + first + "/reschedule", move),
                calls.post(client, "/appointments/" + first + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST")),
                calls.post(
                        clinic.desk(),
                        "/payments",
                        Map.of(
                                "appointmentId",
                                first,
                                "amount",
                                Map.of("amount", "10.00", "currency", "GBP"),
                                "method",
                                "CASH")))) {
            assertThat(refused.status()).as(refused.body().toString()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("/problems/deposit-awaited");
        }
        assertThat(status(course.id())).isEqualTo("HELD");
    }

    @Test
    void booksAtOnceWhatCostsNothing() {
        Answer course = book(clinic.desk(), plan(0));

        assertThat(course.text("/status")).isEqualTo("BOOKED");
        assertThat(course.body().at("/deposit/dueAt").asString("")).isEmpty();
        JsonNode first = course.body().path("sessions").path(0);
        assertThat(first.path("status").asString()).isEqualTo("CONFIRMED");
    }
}
