package io.hairline.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.booking.appointment.Step.Outcome.Refused;
import io.hairline.booking.appointment.Step.Recorded;
import io.hairline.contracts.headoffice.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Small histories of callers at once, made from seeds: each must be explained by some order of its steps in which a diary
 * that does one thing after the other gives the same answers.
 */
@OnBooking
class GeneratedHistoriesIT {

    private static final Logger log = LoggerFactory.getLogger(GeneratedHistoriesIT.class);
    private static final int LANES = 4;
    private static final long SEED = 20261123;

    /** What one instance knows to be taken it may say for so long, though another instance has freed it meanwhile. */
    private static final Duration STALE_REFUSAL = Duration.ofMillis(250);

    @Autowired
    Town town;

    @Autowired
    ApplicationContext service;

    @Test
    void couldHaveHappenedOneAfterTheOther() throws Exception {
        assertThat(violations(100)).isEmpty();
    }

    @Test
    @Tag("long")
    void couldHaveHappenedOneAfterTheOtherTenThousandTimes() throws Exception {
        assertThat(violations(10_000)).isEmpty();
    }

    /** Every other lane has two instances, which don't know what the other one remembers. */
    private List<String> violations(int histories) throws Exception {
        long start = System.nanoTime();
        List<String> violations = new ArrayList<>();
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            List<Future<Lane>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                TestClinic clinic = town.clinic(
                        "Atlantic/Reykjavik", LaneOfHistories.CHAIRS, LaneOfHistories.PRACTITIONERS, dayAndNight());
                int number = lane;
                running.add(lanes.submit(() -> run(clinic, number, histories / LANES)));
            }
            int steps = 0;
            int refused = 0;
            for (Future<Lane> it : running) {
                violations.addAll(it.get().violations());
                steps += it.get().steps();
                refused += it.get().refused();
            }
            log.info(
                    "histories={} steps={} refused={} violations={} millis={}",
                    histories,
                    steps,
                    refused,
                    violations.size(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        return violations;
    }

    private record Lane(List<String> violations, int steps, int refused) {}

    private Lane run(TestClinic clinic, int lane, int histories) throws Exception {
        int instances = 1 + lane % 2;
        List<String> violations = new ArrayList<>();
        int steps = 0;
        int refused = 0;
        try (LaneOfHistories it = new LaneOfHistories(service, clinic, instances)) {
            for (int number = 0; number < histories; number++) {
                long seed = SEED + 1_000_000L * lane + number;
                List<Recorded> history = it.run(number, seed);
                steps += history.size();
                refused += (int) history.stream()
                        .filter(step -> step.outcome() instanceof Refused)
                        .count();
                List<Recorded> allowed = instances == 1 ? history : withStaleRefusals(history);
                if (!Linearization.exists(allowed, SequentialDiary.empty(clinic.chairs()))) {
                    violations.add("instances=" + instances + " seed=" + seed + told(history));
                }
            }
        }
        return new Lane(violations, steps, refused);
    }

    private static List<Recorded> withStaleRefusals(List<Recorded> history) {
        return history.stream()
                .map(it -> it.outcome().equals(new Refused("slot-taken"))
                        ? new Recorded(it.step(), it.outcome(), it.from() - STALE_REFUSAL.toNanos(), it.until())
                        : it)
                .toList();
    }

    private static String told(List<Recorded> history) {
        long start = history.getFirst().from();
        StringBuilder told = new StringBuilder();
        for (Recorded it : history) {
            told.append("\n  %6d–%6d µs %s: %s"
                    .formatted((it.from() - start) / 1_000, (it.until() - start) / 1_000, it.step(), it.outcome()));
        }
        return told.toString();
    }

    private static List<Hours> dayAndNight() {
        return Stream.of(DayOfWeek.values())
                .map(it -> new Hours(it, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .toList();
    }
}
