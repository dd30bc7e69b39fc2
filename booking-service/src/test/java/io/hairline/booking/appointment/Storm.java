package io.hairline.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.TestClinic;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.events.StoredEvent;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Books, holds, confirms, moves, cancels and gives back at random, while time passes and holds lapse. Afterwards each
 * success has its one event, and no event is there that no success explains.
 */
final class Storm {

    private static final int CALLERS = 16;
    private static final int CALLS_BETWEEN_JUMPS = 100;
    private static final int ATTEMPTS = 5;
    private static final List<String> LENGTHS = List.of("CONSULTATION", "TOUCH_UP", "SCAR", "PATCH_TEST");

    private final Supplier<Calls> any;
    private final TestClinic clinic;
    private final List<String> clients;
    private final Runnable holdsLapse;

    private final List<String> booked = new CopyOnWriteArrayList<>();
    private final List<Answer> held = new CopyOnWriteArrayList<>();
    private final Map<Told, String> successes = new ConcurrentHashMap<>();
    private final Set<String> givenBack = ConcurrentHashMap.newKeySet();

    /** @param holdsLapse lets so much time pass that no hold is kept any longer */
    Storm(Supplier<Calls> any, TestClinic clinic, List<String> clients, Runnable holdsLapse) {
        this.any = any;
        this.clinic = clinic;
        this.clients = clients;
        this.holdsLapse = holdsLapse;
    }

    /** What an answer said: this appointment has come to this version. */
    private record Told(String appointment, long version) {}

    /** Counts of holds that lapsed: released by due work, or by a booking that they were in the way of. */
    record Lapsed(int whenDue, int inTheWay) {}

    void rage(int calls, long seed) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<Answer>> answers = new ArrayList<>();
            List<Future<?>> jumps = new ArrayList<>();
            for (int number = 0; number < calls; number++) {
                Random random = new Random(seed + number);
                String key = "storm-" + seed + "-" + number;
                if (number % CALLS_BETWEEN_JUMPS == CALLS_BETWEEN_JUMPS - 1) {
                    jumps.add(callers.submit(holdsLapse));
                }
                answers.add(callers.submit(() -> call(random, key)));
            }
            for (Future<Answer> it : answers) {
                assertThat(it.get().status()).as(it.get().body().toString()).isIn(200, 201, 204, 409);
            }
            for (Future<?> it : jumps) {
                it.get();
            }
        }
    }

    int successes() {
        return successes.size() + givenBack.size();
    }

    private Answer call(Random random, String key) {
        String client = clients.get(random.nextInt(clients.size()));
        Map<String, Object> slot = clinic.slot(
                clinic.practitioners().get(random.nextInt(clinic.practitioners().size())),
                LENGTHS.get(random.nextInt(LENGTHS.size())),
                clinic.at(clinic.day().plusDays(random.nextInt(3)), 9, 0).plusSeconds(900L * random.nextInt(26)));
        int dice = random.nextInt(6);
        if (dice == 0) {
            return hold(slot, key);
        }
        if ((dice == 1 || dice == 2) && !held.isEmpty()) {
            Answer hold = held.get(random.nextInt(held.size()));
            return dice == 1 ? confirm(hold, client, key) : giveBack(hold);
        }
        if ((dice == 3 || dice == 4) && !booked.isEmpty()) {
            String id = booked.get(random.nextInt(booked.size()));
            return dice == 3 ? move(id, String.valueOf(slot.get("startsAt")), key) : cancel(id, key);
        }
        slot.put("clientId", client);
        return booked(post(client, "/appointments", slot, key));
    }

    private Answer hold(Map<String, Object> slot, String key) {
        Answer answer = post(clinic.desk(), "/holds", slot, key);
        if (answer.status() == 201) {
            told(appointmentOf(answer), answer.body().at("/slot/version").asLong(), "booking.SlotHeld.v1");
            held.add(answer);
        }
        return answer;
    }

    private Answer confirm(Answer hold, String client, String key) {
        Map<String, String> body = Map.of("clientId", client, "holdId", hold.id(), "holdToken", hold.text("/token"));
        return booked(post(client, "/appointments", body, key));
    }

    private Answer booked(Answer answer) {
        if (answer.status() == 201) {
            told(answer, "booking.AppointmentBooked.v1");
            booked.add(answer.id());
        }
        return answer;
    }

    private Answer giveBack(Answer hold) {
        Map<String, String> token = Map.of("X-Hold-Token", hold.text("/token"));
        Answer answer = untilAnswered(it -> it.call(clinic.desk(), "DELETE", "/holds/" + hold.id(), null, token));
        if (answer.status() == 204) {
            givenBack.add(appointmentOf(hold));
        }
        return answer;
    }

    private Answer move(String id, String to, String key) {
        Map<String, String> body = Map.of("startsAt", to, "reasonCode", "CLIENT_REQUEST");
        Answer answer = post(clinic.desk(), "/appointments/" + id + "/reschedule", body, key);
        if (answer.status() == 200 && !isUnchanged(answer)) {
            told(answer, "booking.AppointmentRescheduled.v1");
        }
        return answer;
    }

    /** A move to where the appointment is makes no version; two events for one version would break the log's unique index. */
    private boolean isUnchanged(Answer answer) {
        return successes.containsKey(
                new Told(answer.id(), answer.body().at("/version").asLong()));
    }

    private Answer cancel(String id, String key) {
        Map<String, String> why = Map.of("reasonCode", "CLIENT_REQUEST");
        Answer answer = post(clinic.desk(), "/appointments/" + id + "/cancel", why, key);
        if (answer.status() == 200) {
            told(answer, "booking.AppointmentCancelled.v1");
        }
        return answer;
    }

    private void told(Answer answer, String event) {
        told(answer.id(), answer.body().at("/version").asLong(), event);
    }

    private void told(String appointment, long version, String event) {
        assertThat(successes.put(new Told(appointment, version), event))
                .as("two successes for version %s of %s", version, appointment)
                .isNull();
    }

    private Answer post(String who, String path, Object body, String key) {
        return untilAnswered(it -> it.post(who, path, body, Map.of("Idempotency-Key", key)));
    }

    /** A caller who hears nothing, or that the service is away, asks again with the same key: then it is known what happened. */
    private Answer untilAnswered(Function<Calls, Answer> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = call.apply(any.get());
                if (answer.status() != 503 || attempt == ATTEMPTS) {
                    return answer;
                }
            } catch (UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static String appointmentOf(Answer hold) {
        return hold.id().replace("hld_", "apt_");
    }

    /** Holds each line of the log against what was answered. */
    Lapsed eachSuccessHasItsEventAndNothingElse(List<StoredEvent> events) {
        Map<Told, String> waiting = new HashMap<>(successes);
        Map<String, Instant> until = new HashMap<>();
        Set<String> released = new HashSet<>();
        int whenDue = 0;
        int inTheWay = 0;
        for (StoredEvent line : events) {
            if (!clinic.id().value().equals(line.clinicId())
                    || !line.aggregateId().startsWith("apt_")) {
                continue;
            }
            JsonNode data = EventJson.mapper().readTree(line.data());
            if (line.type().equals("booking.SlotReleased.v1")) {
                released.add(line.aggregateId());
                if (data.at("/reasonCode").asString().equals("LAPSED")) {
                    assertThat(until.get(line.aggregateId())).as("%s", line).isBeforeOrEqualTo(line.time());
                    whenDue += line.actor().equals("system") ? 1 : 0;
                    inTheWay += line.actor().equals("system") ? 0 : 1;
                } else {
                    assertThat(givenBack).as("%s", line).contains(line.aggregateId());
                }
                continue;
            }
            if (line.type().equals("booking.SlotHeld.v1")) {
                until.put(
                        line.aggregateId(), Instant.parse(data.at("/expiresAt").asString()));
            }
            assertThat(waiting.remove(new Told(line.aggregateId(), line.version())))
                    .as("what was answered for %s", line)
                    .isEqualTo(line.type());
        }
        assertThat(waiting).as("successes without an event").isEmpty();
        assertThat(released).as("holds given back").containsAll(givenBack);
        return new Lapsed(whenDue, inTheWay);
    }
}
