package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.time.DemoClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cancellations around the very instant at which the reminder is due. */
@OnNotification
class RacesIT {

    private static final int ROUNDS = 50;
    private static final long SEED = 20_261_123;
    private static final String REMINDER = "REMINDER_2_HOURS";
    private static final Duration BEFORE = Duration.ofHours(2);

    @Autowired
    Others others;

    @Autowired
    DemoClock demoClock;

    private record Round(ClientContact client, AppointmentBooked booked, Instant due, Instant cancelled) {

        boolean isInTime() {
            return cancelled.isBefore(due);
        }
    }

    /**
     * When ticks are withheld, booking's relay is down: what it answered before the due instant is heard seconds after,
     * and only then does it say that this was all.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverRemindOfAnAppointmentThatWasCancelledInTime(boolean ticksWithheld) {
        List<Round> rounds = rounds(new Random(SEED));
        Instant last = rounds.getLast().cancelled();

        demoClock.moveTo(rounds.getFirst().due().minusSeconds(3));
        if (ticksWithheld) {
            await().atMost(Duration.ofSeconds(20)).until(() -> others.now().isAfter(last.plusSeconds(2)));
        }
        for (Round round : rounds) {
            if (!ticksWithheld) {
                await().pollInterval(Duration.ofMillis(2))
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> !others.now().isBefore(round.cancelled()));
            }
            others.say(TestClinic.cancelled(round.booked()), "test", round.cancelled());
            if (!ticksWithheld) {
                others.tick(Topics.BOOKING_EVENTS, round.cancelled());
            }
        }
        others.tick();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rounds)
                        .flatExtracting(it -> Stream.of("EMAIL", "IN_APP")
                                .flatMap(channel -> statuses(it, channel).stream())
                                .toList())
                        .doesNotContain("PLANNED", "SENDING"));
        assertThat(rounds)
                .filteredOn(Round::isInTime)
                .hasSizeBetween(10, ROUNDS - 10)
                .allSatisfy(it -> {
                    assertThat(Mailbox.subjects(it.client())).noneMatch(subject -> subject.startsWith("Today"));
                    assertThat(statuses(it, "EMAIL")).containsExactly("SUPERSEDED");
                    assertThat(statuses(it, "IN_APP")).containsExactly("SUPERSEDED");
                });
        assertThat(rounds)
                .allSatisfy(it -> assertThat(Mailbox.subjects(it.client()))
                        .filteredOn(subject -> subject.startsWith("Today"))
                        .hasSizeLessThanOrEqualTo(1));
    }

    private List<String> statuses(Round round, String channel) {
        return others.statuses(round.client(), REMINDER, channel);
    }

    /** All due within two seconds, each cancelled up to a second before or after. */
    private List<Round> rounds(Random random) {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        Instant firstDue = others.now().plus(Duration.ofHours(1));
        List<Round> rounds = new ArrayList<>();
        for (ClientContact client : others.clients(ROUNDS, "en")) {
            Instant due = firstDue.plusMillis(random.nextInt(2_000));
            AppointmentBooked booked = clinic.booked(client.clientId(), due.plus(BEFORE));
            others.say(booked, client.clientId().value(), others.now());
            rounds.add(new Round(client, booked, due, due.plusMillis(random.nextInt(-1_000, 1_000))));
        }
        rounds.forEach(it -> others.awaitHeard(it.booked()));
        rounds.sort(Comparator.comparing(Round::cancelled));
        return rounds;
    }
}
