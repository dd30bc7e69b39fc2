package io.hairline.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.SecondInstance;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.booking.allocation.SlotRequest;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceInstalled;
import io.hairline.kit.Ids;
import io.hairline.kit.events.StoredEvent;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Two instances, many callers, one diary. */
@OnBooking
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacesIT {

    private static final Logger log = LoggerFactory.getLogger(RacesIT.class);
    private static final String TAKEN = "/problems/slot-taken";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice headOffice;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    AppointmentScheduling scheduling;

    @Autowired
    DemoClock demoClock;

    @Autowired
    Clock clock;

    private SecondInstance second;
    private Calls[] instances;
    private ExecutorService callers;

    @BeforeAll
    void startTheOther() {
        second = SecondInstance.start();
        instances = new Calls[] {new Calls(port), new Calls(second.port())};
        callers = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterAll
    void stopTheOther() {
        callers.close();
        second.close();
    }

    private Calls any() {
        return instances[ThreadLocalRandom.current().nextInt(instances.length)];
    }

    private <T> List<T> together(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<T>> futures = calls.stream()
                .map(it -> callers.submit(() -> {
                    go.await();
                    return it.call();
                }))
                .toList();
        go.countDown();
        List<T> results = new ArrayList<>();
        for (Future<T> it : futures) {
            results.add(it.get());
        }
        return results;
    }

    private List<String> clients(TestClinic clinic, int count) throws InterruptedException, ExecutionException {
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            List<String> clients = new ArrayList<>();
            Callable<String> register = () -> Town.client(any(), clinic);
            for (Future<String> it : eight.invokeAll(Collections.nCopies(count, register))) {
                clients.add(it.get());
            }
            return clients;
        }
    }

    private record Timed(Answer answer, long millis) {
        static Timed of(Callable<Answer> call) throws Exception {
            long start = System.nanoTime();
            Answer answer = call.call();
            return new Timed(answer, Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }

    @Test
    void givesOneSlotToOneOfTwoHundred() throws Exception {
        TestClinic clinic = town.clinic("Europe/London", 2, 1);
        Instant ten = clinic.at(10, 0);

        List<Timed> results = together(clients(clinic, 200).stream()
                .<Callable<Timed>>map(client -> () ->
                        Timed.of(() -> any().post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", ten))))
                .toList());

        assertOneWinner(results.stream().map(Timed::answer).toList());
        logLosers("one slot", results);
        assertDiary();
    }

    @Test
    void givesTheOnlyDeviceToOneOfManyThoughChairsAndPractitionersAreFree() throws Exception {
        TestClinic clinic = town.clinic("Europe/London", 4, 4);
        headOffice.tell(new DeviceInstalled(clinic.id(), new DeviceId(Ids.next(DeviceId.PREFIX)), Town.LASER, "Laser"));
        Instant ten = clinic.at(10, 0);
        List<String> clients = clients(clinic, 40);

        List<Answer> answers = together(IntStream.range(0, clients.size())
                .<Callable<Answer>>mapToObj(number -> () -> {
                    Map<String, Object> body =
                            clinic.slot(clinic.practitioners().get(number % 4), Town.LASER, ten);
                    body.put("clientId", clients.get(number));
                    return any().post(clients.get(number), "/appointments", body);
                })
                .toList());

        assertOneWinner(answers);
        assertDiary();
    }

    @Test
    void givesEachOfFiftyHotSlotsToOneWithOverlappingLengths() throws Exception {
        TestClinic clinic = town.clinic("America/New_York", 3, 3);
        List<String> clients = clients(clinic, 200);
        List<String> lengths = List.of("CONSULTATION", "TOUCH_UP", "PATCH_TEST", "SCAR");
        Random random = new Random(7);
        List<Callable<Timed>> calls = IntStream.range(0, 400)
                .mapToObj(number -> {
                    String client = clients.get(random.nextInt(clients.size()));
                    int slot = random.nextInt(50);
                    Instant start =
                            clinic.at(clinic.day().plusDays(slot / 25), 9, 0).plusSeconds(900L * (slot % 25));
                    Map<String, Object> body = clinic.slot(
                            clinic.practitioners().get(random.nextInt(3)),
                            lengths.get(random.nextInt(lengths.size())),
                            start);
                    body.put("clientId", client);
                    Callable<Timed> call = () -> Timed.of(() -> any().post(client, "/appointments", body));
                    return call;
                })
                .toList();

        List<Timed> results = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += 50) {
            results.addAll(together(calls.subList(from, from + 50)));
        }

        assertThat(results)
                .allSatisfy(it -> assertThat(it.answer().status())
                        .as(it.answer().body().toString())
                        .isIn(201, 409));
        assertThat(results).anyMatch(it -> it.answer().status() == 201);
        logLosers("50 hot slots", results);
        assertDiary();
    }

    @Test
    void confirmsOnlyWhatWasHeld() throws Exception {
        TestClinic clinic = town.clinic("Europe/London", 1, 1);
        Instant ten = clinic.at(10, 0);
        List<Answer> holds = together(Stream.generate(Town::guest)
                .limit(20)
                .<Callable<Answer>>map(guest -> () -> any().post(guest, "/holds", clinic.slot("TOUCH_UP", ten)))
                .toList());
        Answer held = assertOneWinner(holds);

        List<Answer> confirmations = together(clients(clinic, 20).stream()
                .<Callable<Answer>>map(client -> () -> any().post(
                                client,
                                "/appointments",
                                Map.of("clientId", client, "holdId", held.id(), "holdToken", held.text("/token"))))
                .toList());

        assertThat(confirmations.stream().map(Answer::status))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        assertDiary();
    }

    @Test
    void swapsNothingByHalves() throws Exception {
        TestClinic clinic = town.clinic("Europe/London", 1, 1);
        List<String> clients = clients(clinic, 2);
        Instant ten = clinic.at(10, 0);
        Instant two = clinic.at(14, 0);
        String a = any().post(clients.get(0), "/appointments", clinic.slotFor(clients.get(0), "TOUCH_UP", ten))
                .id();
        String b = any().post(clients.get(1), "/appointments", clinic.slotFor(clients.get(1), "TOUCH_UP", two))
                .id();
        for (int round = 0; round < 10; round++) {
            List<Answer> answers =
                    together(List.of(() -> move(clients.get(0), a, two), () -> move(clients.get(1), b, ten)));
            assertThat(answers).allSatisfy(it -> assertThat(it.problem()).isEqualTo(TAKEN));
        }
        assertDiary();
    }

    private Answer move(String client, String id, Instant to) {
        return any().post(
                        client,
                        "/appointments/" + id + "/reschedule",
                        Map.of("startsAt", to.toString(), "reasonCode", "CLIENT_REQUEST"));
    }

    @Test
    void answersFiftyTimesTheSameKeyWithOneBooking() throws Exception {
        TestClinic clinic = town.clinic("Europe/London", 2, 2);
        String client = Town.client(any(), clinic);
        Map<String, Object> body = clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0));
        Map<String, String> key = Map.of("Idempotency-Key", "one-and-the-same");

        List<Answer> answers = together(Collections.nCopies(50, () -> any().post(client, "/appointments", body, key)));
        body.put("startsAt", clinic.at(14, 0).toString());
        Answer other = any().post(client, "/appointments", body, key);

        assertThat(answers)
                .allSatisfy(
                        it -> assertThat(it.status()).as(it.body().toString()).isEqualTo(201));
        assertThat(answers.stream().map(it -> it.body().toString()).distinct()).hasSize(1);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("/problems/idempotency-mismatch");
        assertThat(any().get(client, "/appointments?clientId=" + client)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertDiary();
    }

    @Test
    void letsAVisitorHoldThreeSlotsHoweverManyAreAskedForAtOnce() throws Exception {
        TestClinic clinic = town.clinic("Europe/London", 2, 1);
        String guest = Town.guest();

        List<Answer> answers = together(IntStream.range(0, 12)
                .<Callable<Answer>>mapToObj(it -> () -> any().post(
                                guest,
                                "/holds",
                                clinic.slot("PATCH_TEST", clinic.at(10, 0).plusSeconds(900L * it))))
                .toList());

        assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(it -> it.status() != 201))
                .allSatisfy(it -> assertThat(it.problem()).isEqualTo("/problems/holds-exhausted"));
    }

    @Test
    void survivesAShortStorm() throws Exception {
        storm(600, 20261123);
    }

    @Test
    @Tag("long")
    void survivesTenThousandRandomCalls() throws Exception {
        storm(10_000, 42);
    }

    private void storm(int calls, long seed) throws Exception {
        TestClinic clinic = town.clinic("Australia/Sydney", 4, 5);
        Storm storm = new Storm(this::any, clinic, clients(clinic, 30), this::holdsLapse);
        try (CommitOrder order = new CommitOrder(mongo)) {
            storm.rage(calls, seed);
            holdsLapse();
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> assertThat(held(clinic)).isZero());

            List<StoredEvent> events = order.events();
            new DiaryCheck(mongo).historyNeverOverlaps(events);
            Storm.Lapsed lapsed = storm.eachSuccessHasItsEventAndNothingElse(events);
            log.info("storm calls={} successes={} {}", calls, storm.successes(), lapsed);
            assertThat(lapsed.whenDue()).isPositive();
            assertThat(lapsed.inTheWay() + lapsed.whenDue()).isGreaterThan(calls / 100);
        }
        assertDiary();
    }

    /** Only ever forward, and no hold is kept for longer than ten minutes. */
    private void holdsLapse() {
        demoClock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
    }

    private long held(TestClinic clinic) {
        return mongo.count(
                Query.query(Criteria.where("slot.clinicId")
                        .is(clinic.id())
                        .and("status")
                        .is(Status.HELD)),
                Appointment.class);
    }

    /** Between the look at what is there and the look for what is free, another move may put it elsewhere. */
    @Test
    void isNotInItsOwnWayWhereAnotherMoveHasPutIt() throws Exception {
        TestClinic clinic = town.clinic("Europe/London", 1, 1);
        String client = clients(clinic, 1).getFirst();
        AppointmentId id = new AppointmentId(
                any().post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0)))
                        .id());

        Appointment moved = scheduling.reschedule(
                id,
                _ -> {},
                before -> {
                    if (before.slot().startsAt().equals(clinic.at(10, 0))) {
                        scheduling.reschedule(
                                id, _ -> {}, it -> to(it, clinic.at(14, 0)), ChangeReason.of("CLIENT_REQUEST"));
                    }
                    return to(before, clinic.at(14, 30));
                },
                ChangeReason.of("CLIENT_REQUEST"));

        assertThat(moved.slot().startsAt()).isEqualTo(clinic.at(14, 30));
        assertThat(moved.version()).isEqualTo(3);
        assertDiary();
    }

    private static SlotRequest to(Appointment it, Instant startsAt) {
        return new SlotRequest(
                it.slot().clinicId(),
                it.slot().practitionerId(),
                null,
                it.slot().serviceCode(),
                startsAt,
                it.clientId(),
                it.id());
    }

    private static Answer assertOneWinner(List<Answer> answers) {
        List<Answer> winners = answers.stream().filter(it -> it.status() == 201).toList();
        assertThat(winners).hasSize(1);
        assertThat(answers.stream().filter(it -> it.status() != 201)).allSatisfy(it -> {
            assertThat(it.status()).as(it.body().toString()).isEqualTo(409);
            assertThat(it.problem()).isEqualTo(TAKEN);
            assertThat(it.body().at("/alternatives").size()).isEqualTo(3);
        });
        return winners.getFirst();
    }

    private static void logLosers(String what, List<Timed> results) {
        List<Long> millis = results.stream()
                .filter(it -> it.answer().status() == 409)
                .map(Timed::millis)
                .sorted()
                .toList();
        log.info(
                "{}: losers={} p50={} ms p99={} ms",
                what,
                millis.size(),
                millis.get(millis.size() / 2),
                millis.get((int) (millis.size() * 0.99)));
    }

    private void assertDiary() {
        DiaryCheck check = new DiaryCheck(mongo);
        check.noTwoShareAClaim();
        check.everyVersionHasItsEvent();
    }
}
