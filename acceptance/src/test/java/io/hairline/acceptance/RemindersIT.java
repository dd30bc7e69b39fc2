package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.Franchise;
import io.hairline.acceptance.world.Franchise.OpenClinic;
import io.hairline.acceptance.world.Instance;
import io.hairline.acceptance.world.NotificationWorld;
import io.hairline.acceptance.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Cancellations around the very instant at which reminders are due, with booking's relay freezing, and with it up. */
@Tag("long")
@ResourceLock("booking")
class RemindersIT {

    private static final int APPOINTMENTS = 55;
    private static final int KEPT = 5;
    private static final Random RANDOM = new Random(20_261_123);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration BEFORE = Duration.ofHours(2);
    private static final Duration RUN_UP = Duration.ofSeconds(10);
    private static final Duration FROZEN_FOR = Duration.ofSeconds(3);
    private static final String REMINDER = "REMINDER_2_HOURS";
    private static final String SUBJECT = "Subject: Today";

    private static World world;
    private static NotificationWorld mail;
    private static Instance relaying;
    private static Instance answering;
    private static Api desk;
    private static OpenClinic clinic;
    private static List<Client> clients;

    private record Client(String id, String email) {}

    /** One appointment, and when its cancellation was answered. */
    private record Race(String appointment, Future<Instant> cancelled) {

        boolean isCancelledBefore(Instant due) throws Exception {
            return cancelled.get().isBefore(due);
        }
    }

    @BeforeAll
    static void open() {
        world = World.healed();
        world.bookings().forEach(Instance::kill);
        relaying = world.bookings().getFirst();
        answering = world.bookings().getLast();
        relaying.ensureStarted(NotificationWorld.DEMO);
        answering.ensureStarted(Map.of("HAIRLINE_DEMO", "true", "HAIRLINE_RELAY", "false"));
        mail = NotificationWorld.open(world);
        world.bookings().forEach(Instance::awaitReady);
        desk = world.headOfficeAt(answering);
        clinic = world.franchise().open(APPOINTMENTS);
        Copies.awaitHeard(world, clinic.subjects());
        clients =
                IntStream.range(0, APPOINTMENTS).mapToObj(RemindersIT::register).toList();
    }

    @AfterAll
    static void close() {
        // First, so that tests which follow find no instance without a relay, even if it went wrong to begin.
        world.bookings().forEach(Instance::kill);
        mail.close();
    }

    /** Booking's relay carries the earlier cancellations at once, and those of the last seconds only when it thaws. */
    @Test
    void areNeverSentForWhatWasCancelledInTimeThoughTheRelayFreezes() throws Exception {
        remindNobodyInVain(true);
    }

    @Test
    void areNeverSentForWhatWasCancelledInTime() throws Exception {
        remindNobodyInVain(false);
    }

    /** Each round is two days after the one before, wherever that has left the clock. */
    private static void remindNobodyInVain(boolean relayFreezes) throws Exception {
        Instant startsAt = LocalDate.ofInstant(mail.now(), ZONE)
                .plusDays(2)
                .atTime(LocalTime.of(15, 0))
                .atZone(ZONE)
                .toInstant();
        Instant due = startsAt.minus(BEFORE);
        List<String> appointments = IntStream.range(0, APPOINTMENTS)
                .mapToObj(it -> book(it, startsAt))
                .toList();
        await().untilAsserted(() ->
                appointments.forEach(it -> assertThat(statuses(it)).as(it).containsExactly("PLANNED", "PLANNED")));

        mail.moveTo(due.minus(RUN_UP));
        Thread frost = Thread.startVirtualThread(() -> {
            if (relayFreezes) {
                waitUntil(due.minus(FROZEN_FOR));
                relaying.pause();
            }
        });
        List<Race> races = race(appointments, due);
        for (Race race : races) {
            race.cancelled().get();
        }
        frost.join();
        relaying.resume();

        await().untilAsserted(() -> appointments.forEach(
                it -> assertThat(statuses(it)).as(it).doesNotContain("PLANNED", "DEFERRED", "SENDING")));
        int inTime = 0;
        for (Race race : races) {
            if (race.isCancelledBefore(due)) {
                inTime++;
                assertThat(statuses(race.appointment())).containsExactly("SUPERSEDED", "SUPERSEDED");
            }
        }
        assertThat(inTime).isBetween(1, races.size() - 1);
        assertThat(appointments.subList(races.size(), APPOINTMENTS))
                .allSatisfy(it -> assertThat(statuses(it)).containsExactlyInAnyOrder("SENT", "DELIVERED"));
        reachedMailboxesAsTheLedgerSays(appointments);
    }

    private static void reachedMailboxesAsTheLedgerSays(List<String> appointments) {
        for (int number = 0; number < APPOINTMENTS; number++) {
            String mailbox = mail.mailbox().of(clients.get(number).email());
            boolean told = statuses(appointments.get(number)).contains("SENT");
            assertThat(mailbox.split(SUBJECT, -1).length - 1)
                    .as(clients.get(number).email())
                    .isEqualTo(remindedBefore(number, appointments) + (told ? 1 : 0));
        }
    }

    /** By the other round: each client has one appointment in each. */
    private static int remindedBefore(int number, List<String> thisRound) {
        return (int) mail.ledger()
                .countDocuments(Filters.and(
                        Filters.eq("about.clientId", clients.get(number).id()),
                        Filters.eq("about.templateCode", REMINDER),
                        Filters.eq("about.channelCode", "EMAIL"),
                        Filters.eq("status", "SENT"),
                        Filters.ne("subject", thisRound.get(number))));
    }

    /**
     * All but the last five, each begun at some moment from eight seconds before the due instant to one after it, the nearer
     * the likelier: on a machine that is slow some must be answered before it too.
     */
    private static List<Race> race(List<String> appointments, Instant due) {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, APPOINTMENTS - KEPT)
                    .mapToObj(it -> {
                        double early = RANDOM.nextDouble();
                        Instant when = due.plusMillis(700 - (long) (8_700 * early * early));
                        return new Race(appointments.get(it), hands.submit(() -> cancel(appointments.get(it), when)));
                    })
                    .toList();
        }
    }

    private static Instant cancel(String appointment, Instant when) {
        waitUntil(when);
        Answer answer = insist("/appointments/" + appointment + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        Instant answered = mail.now();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answered;
    }

    private static void waitUntil(Instant when) {
        Duration left = Duration.between(mail.now(), when);
        LockSupport.parkNanos(Math.max(0, left.toNanos()));
    }

    private static Answer insist(String path, Map<String, ?> body) {
        return desk.insist(path, body, UUID.randomUUID().toString(), _ -> {});
    }

    private static String book(int number, Instant startsAt) {
        Answer answer = insist(
                "/appointments",
                Map.of(
                        "clientId", clients.get(number).id(),
                        "clinicId", clinic.id().value(),
                        "practitionerId", clinic.practitioners().get(number).value(),
                        "serviceCode", Franchise.SERVICE,
                        "startsAt", startsAt.toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("id");
    }

    private static Client register(int number) {
        String email = "reminded" + number + "@example.org";
        Answer answer = insist(
                "/clients",
                Map.of(
                        "givenName",
                        "Test",
                        "familyName",
                        "Reminded " + number,
                        "dateOfBirth",
                        "1990-01-01",
                        "email",
                        email,
                        "phone",
                        "+4917620%06d".formatted(number),
                        "language",
                        "en-GB",
                        "zone",
                        ZONE.getId(),
                        "homeClinicId",
                        clinic.id().value(),
                        "allowDuplicate",
                        true));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Client(answer.text("id"), email);
    }

    /** Of the reminder, by mail and in the app. */
    private static List<String> statuses(String appointment) {
        return mail.ledger()
                .find(Filters.and(Filters.eq("subject", appointment), Filters.eq("about.templateCode", REMINDER)))
                .map(it -> it.getString("status"))
                .into(new ArrayList<>());
    }
}
