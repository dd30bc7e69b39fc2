package io.hairline.acceptance;

import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.Franchise;
import io.hairline.acceptance.world.Franchise.OpenClinic;
import io.hairline.acceptance.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Many hands that book, move and cancel in one clinic, each wish under its own Idempotency-Key and with the same key
 * again until somebody answers; and a book of what was answered.
 */
final class Bookings implements AutoCloseable {

    private static final int CLIENTS = 40;

    private final OpenClinic clinic;
    private final Api desk;
    private final long seed;
    private final Duration pace;
    private final Instant firstSlot = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    private final List<String> clients;
    private final AtomicInteger slots = new AtomicInteger();
    private final Map<String, Answer> booked = new ConcurrentHashMap<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> hands = new ArrayList<>();
    private volatile boolean wanted = true;

    /**
     * Begins at once.
     *
     * @param pace how long each hand rests between two clients
     */
    Bookings(World world, long seed, int hands, Duration pace) {
        this.seed = seed;
        this.pace = pace;
        this.clinic = world.franchise().open(6);
        this.desk = world.headOffice();
        Copies.awaitHeard(world, clinic.subjects());
        this.clients = IntStream.range(0, CLIENTS).mapToObj(this::register).toList();
        for (int i = 0; i < hands; i++) {
            Random random = new Random(seed * 1_000 + i);
            this.hands.add(Thread.ofVirtual().name("hand-" + i).start(() -> work(random)));
        }
    }

    private String register(int number) {
        Answer answer = insist(
                "/clients",
                Map.of(
                        "givenName",
                        "Test",
                        "familyName",
                        "Client " + seed + " " + number,
                        "dateOfBirth",
                        "1990-01-01",
                        "email",
                        "c" + number + "." + seed + "@example.org",
                        "phone",
                        "+49176%08d".formatted(Math.floorMod(seed * 1_000 + number, 100_000_000L)),
                        "language",
                        "de-DE",
                        "zone",
                        "Europe/Berlin",
                        "homeClinicId",
                        clinic.id().value(),
                        "allowDuplicate",
                        true),
                UUID.randomUUID().toString());
        if (answer.status() != 201) {
            throw new IllegalStateException("A client couldn't be registered: " + answer);
        }
        return answer.text("id");
    }

    private void work(Random random) {
        try {
            while (wanted) {
                bookOnce(random);
                LockSupport.parkNanos(pace.toNanos());
            }
        } catch (RuntimeException e) {
            surprises.add(e.toString());
        }
    }

    private void bookOnce(Random random) {
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        int slot = random.nextInt(100) < 15 ? random.nextInt(slots.get() + 1) : slots.getAndIncrement();
        Map<String, Object> wish = Map.of(
                "clientId", clients.get(random.nextInt(CLIENTS)),
                "clinicId", clinic.id().value(),
                "practitionerId", practitioner(slot),
                "serviceCode", Franchise.SERVICE,
                "startsAt", startsAt(slot));
        Answer answer = insist("/appointments", wish, key);
        if (expect(answer, 201)) {
            booked.put(key, answer);
            acknowledge(answer);
            if (random.nextInt(100) < 20) {
                expectTheSame(answer, insist("/appointments", wish, key));
            }
            changeOfMind(answer.text("id"), random);
        }
    }

    private void changeOfMind(String appointment, Random random) {
        int mood = random.nextInt(100);
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        String path = "/appointments/" + appointment;
        if (mood < 25) {
            int slot = slots.getAndIncrement();
            Map<String, Object> move = Map.of(
                    "startsAt", startsAt(slot), "practitionerId", practitioner(slot), "reasonCode", "CLIENT_REQUEST");
            changed(insist(path + "/reschedule", move, key));
        } else if (mood < 40) {
            changed(insist(path + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"), key));
        }
    }

    /** A move to where it is already changes nothing, so the answer's version counts. */
    private void changed(Answer answer) {
        if (expect(answer, 200)) {
            acknowledge(answer);
        }
    }

    private String practitioner(int slot) {
        return clinic.practitioners().get(slot % clinic.practitioners().size()).value();
    }

    private String startsAt(int slot) {
        int row = slot / clinic.practitioners().size();
        return firstSlot.plus(Duration.ofMinutes(30L * row)).toString();
    }

    private Answer insist(String path, Map<String, ?> body, String key) {
        return desk.insist(path, body, key, answers::add);
    }

    /** Losing a race is fine; anything else that isn't the wish's success is a surprise. */
    private boolean expect(Answer answer, int success) {
        if (answer.status() != success && answer.status() != 409) {
            surprises.add(answer.toString());
        }
        return answer.status() == success;
    }

    private void expectTheSame(Answer first, Answer again) {
        if (again.status() != first.status() || !again.body().equals(first.body())) {
            surprises.add("The same key gave " + first + " and then " + again);
        }
    }

    private void acknowledge(Answer answer) {
        acknowledged.merge(answer.text("id"), answer.body().path("version").asLong(), Math::max);
    }

    /** Waits for the wishes under way, which may take as long as somebody needs to be up again. */
    @Override
    public void close() {
        wanted = false;
        for (Thread hand : hands) {
            try {
                hand.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The first answer to each key under which something was booked. */
    Map<String, Answer> booked() {
        return booked;
    }

    /** The newest version of each appointment that somebody was told of. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    /** Every answer, also those after which the hand tried again. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    String clinic() {
        return clinic.id().value();
    }
}
