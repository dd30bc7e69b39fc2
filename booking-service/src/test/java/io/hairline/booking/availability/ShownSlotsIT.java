package io.hairline.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On the day on which the clocks change, what is shown can be held, and what can be held is shown. */
@OnBooking
class ShownSlotsIT {

    private static final String SERVICE = "CONSULTATION";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Chatham", "America/St_Johns"
            })
    void areThoseThatCanBeHeld(String name) {
        ZoneId zone = ZoneId.of(name);
        Instant change = zone.getRules()
                .nextTransition(clock.instant().plus(Duration.ofDays(2)))
                .getInstant();
        LocalDate day = LocalDate.ofInstant(change, zone);
        TestClinic clinic = town.clinic(name, 1, 1, nights());
        Calls calls = new Calls(port);
        book(calls, clinic, day, new Random(name.hashCode()));

        Set<Instant> shown = shown(calls, clinic, day);

        Set<Instant> held = new TreeSet<>();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        for (Instant at = day.atStartOfDay(zone).toInstant(); at.isBefore(end); at = at.plusSeconds(900)) {
            Answer hold = calls.post(clinic.desk(), "/holds", clinic.slot(SERVICE, at));
            if (hold.status() == 201) {
                held.add(at);
                calls.call(
                        clinic.desk(),
                        "DELETE",
                        "/holds/" + hold.id(),
                        null,
                        Map.of("X-Hold-Token", hold.text("/token")));
            }
        }
        assertThat(held).isEqualTo(shown).isNotEmpty();
    }

    /** From the evening before to six in the morning, when clocks change. */
    private static List<Hours> nights() {
        return Stream.of(DayOfWeek.values())
                .map(it -> new Hours(it, LocalTime.of(22, 0), LocalTime.of(6, 0)))
                .toList();
    }

    private static void book(Calls calls, TestClinic clinic, LocalDate day, Random random) {
        Instant midnight = day.atStartOfDay(clinic.zone()).toInstant();
        for (int visit = 0; visit < 3; visit++) {
            String client = Town.client(calls, clinic);
            Instant at = midnight.plusSeconds(900L * random.nextInt(22));
            assertThat(calls.post(clinic.desk(), "/appointments", clinic.slotFor(client, "PATCH_TEST", at))
                            .status())
                    .isIn(201, 400, 409);
        }
    }

    private static Set<Instant> shown(Calls calls, TestClinic clinic, LocalDate day) {
        return calls.get(
                        clinic.desk(),
                        "/availability?serviceCode=%s&clinicId=%s&from=%s&to=%s&limit=200"
                                .formatted(SERVICE, clinic.id(), day, day))
                .body()
                .path("items")
                .valueStream()
                .map(it -> OffsetDateTime.parse(it.path("startsAt").asString()).toInstant())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
