package io.hairline.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.Ids;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The oracle walks through instants with java.time alone and asks of each what a receptionist would ask. */
class AvailabilityEngineTests {

    private static final String KIND = "LASER";

    private static final List<ZoneId> ZONES = Stream.of(
                    "America/New_York",
                    "Europe/London",
                    "Europe/Berlin",
                    "Australia/Sydney",
                    "Australia/Lord_Howe",
                    "America/Sao_Paulo",
                    "Pacific/Apia",
                    "Asia/Kathmandu",
                    "America/St_Johns",
                    "America/Havana",
                    "Pacific/Chatham",
                    "UTC")
            .map(ZoneId::of)
            .toList();

    @Test
    void offersWhatTheOracleOffersInManyZonesAndDays() {
        compareWithTheOracle(20261124, 2_000);
    }

    @Test
    @Tag("long")
    void offersWhatTheOracleOffersInTenThousandZonesAndDays() {
        compareWithTheOracle(20261123, 10_000);
    }

    private static void compareWithTheOracle(long seed, int pairs) {
        Random random = new Random(seed);
        int daysOfChange = 0;
        for (int pair = 0; pair < pairs; pair++) {
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            LocalDate day = day(zone, random);
            Case it = Case.random(zone, day, random);

            Set<Instant> offered = it.offered();

            assertThat(offered).as("%s", it).isEqualTo(it.oracle());
            assertPromisesAreUnique(offered, zone);
            if (day.atStartOfDay(zone)
                    .plusDays(1)
                    .toInstant()
                    .isAfter(day.atStartOfDay(zone).toInstant().plus(Duration.ofHours(24)))) {
                daysOfChange++;
            }
        }
        assertThat(daysOfChange).isPositive();
    }

    /** Every second one within a day of a change of the clocks; Sao Paulo's and Apia's are years ago. */
    private static LocalDate day(ZoneId zone, Random random) {
        LocalDate any = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(365 * 24));
        ZoneOffsetTransition change =
                zone.getRules().nextTransition(any.atStartOfDay(zone).toInstant());
        return change == null || random.nextBoolean()
                ? any
                : LocalDate.ofInstant(change.getInstant(), zone).plusDays(random.nextInt(3) - 1);
    }

    private static void assertPromisesAreUnique(Set<Instant> offered, ZoneId zone) {
        Set<LocalDateTime> promises = new HashSet<>();
        for (Instant start : offered) {
            LocalDateTime promise = LocalDateTime.ofInstant(start, zone);
            assertThat(promises.add(promise))
                    .as("%s twice in %s", promise, zone)
                    .isTrue();
            assertThat(ZonedDateTime.of(promise, zone).toInstant()).isEqualTo(start);
        }
    }

    /** A clinic with one or two chairs and some devices, a practitioner, some appointments, and a service to be placed. */
    private record Case(
            Clinic clinic,
            Practitioner practitioner,
            ServiceNeed need,
            DiaryWindow window,
            List<Occupancy> taken,
            @Nullable ClientId client,
            Instant earliest) {

        static Case random(ZoneId zone, LocalDate day, Random random) {
            Clinic clinic = ClinicFixture.in(zone)
                    .chairs(1 + random.nextInt(2))
                    .open(week(random))
                    .closedOn(random.nextInt(5) == 0 ? List.of(day.plusDays(random.nextInt(2))) : List.of())
                    .devices(devices(random))
                    .build();
            ClinicId id = clinic.id();
            Practitioner practitioner = new Practitioner(
                    new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                    "Kim",
                    List.of("X"),
                    Map.of(id.value(), week(random)),
                    List.of(id),
                    random.nextInt(6) == 0
                            ? List.of(new Practitioner.Absence(
                                    day.plusDays(1),
                                    day.plusDays(3),
                                    switch (random.nextInt(3)) {
                                        case 0 -> null;
                                        case 1 -> List.of(id);
                                        default -> List.of(new ClinicId(Ids.next(ClinicId.PREFIX)));
                                    }))
                            : List.of(),
                    Map.of(
                            "lic",
                            new Practitioner.Licence(
                                    "XX", LocalDate.MIN, random.nextInt(6) == 0 ? day : LocalDate.MAX)));
            ClientId client = random.nextBoolean() ? new ClientId(Ids.next(ClientId.PREFIX)) : null;
            ServiceNeed need = new ServiceNeed(
                    15 * (1 + random.nextInt(16)),
                    15 * random.nextInt(3),
                    15 * random.nextInt(3),
                    15 * random.nextInt(3),
                    random.nextBoolean() ? KIND : null);
            DiaryWindow window = new DiaryWindow(day, day.plusDays(random.nextInt(3)), zone);
            Instant start = day.atStartOfDay(zone).toInstant();
            Instant earliest =
                    random.nextBoolean() ? Instant.MIN.plusSeconds(1) : start.plusSeconds(random.nextInt(90_000));
            return new Case(
                    clinic,
                    practitioner,
                    need,
                    window,
                    taken(clinic, practitioner, client, start, random),
                    client,
                    earliest);
        }

        private static List<Clinic.Device> devices(Random random) {
            return Stream.generate(() -> new Clinic.Device(
                            new DeviceId(Ids.next(DeviceId.PREFIX)), random.nextInt(4) == 0 ? "OTHER" : KIND))
                    .limit(random.nextInt(4))
                    .toList();
        }

        private static List<Hours> week(Random random) {
            List<Hours> hours = new ArrayList<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                int kind = random.nextInt(8);
                if (kind == 0) {
                    continue;
                }
                if (kind == 1) {
                    hours.add(new Hours(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
                } else {
                    int from = random.nextInt(48);
                    int until = from + 1 + random.nextInt(random.nextInt(4) == 0 ? 95 : 96 - from);
                    hours.add(new Hours(day, quarter(from), quarter(until % 96)));
                }
            }
            return hours;
        }

        private static LocalTime quarter(int number) {
            return LocalTime.ofSecondOfDay(number * 900L);
        }

        private static List<Occupancy> taken(
                Clinic clinic, Practitioner practitioner, @Nullable ClientId client, Instant start, Random random) {
            List<Occupancy> taken = new ArrayList<>();
            for (int count = random.nextInt(8); count > 0; count--) {
                ChairId chair = random.nextInt(3) == 0
                        ? new ChairId(Ids.next(ChairId.PREFIX))
                        : clinic.chairs().get(random.nextInt(clinic.chairs().size()));
                PractitionerId who =
                        random.nextBoolean() ? practitioner.id() : new PractitionerId(Ids.next(PractitionerId.PREFIX));
                ClientId whom = random.nextBoolean() ? client : null;
                ServiceNeed theirs = new ServiceNeed(
                        15 * (1 + random.nextInt(16)), 15, 15 * random.nextInt(2), 15 * random.nextInt(2));
                List<Clinic.Device> devices = Objects.requireNonNull(clinic.devices());
                DeviceId device = devices.isEmpty() || random.nextInt(3) == 0
                        ? null
                        : devices.get(random.nextInt(devices.size())).id();
                taken.add(Occupancy.by(
                        theirs, chair, device, who, whom, start.plusSeconds(900L * (random.nextInt(220) - 20))));
            }
            return taken;
        }

        Set<Instant> offered() {
            AvailabilityEngine times =
                    new AvailabilityEngine(clinic, need, window, taken, client, earliest, Instant.MAX);
            CellSet free = times.freeTime(practitioner);
            CellSet starts = times.startsWithin(free);
            Set<Instant> offered = new TreeSet<>();
            for (long cell = starts.next(0); cell >= 0; cell = starts.next(cell + 1)) {
                offered.add(Cells.start(cell));
                assertThat(times.unusableMinutes(free, cell))
                        .as("%s at %s", this, Cells.start(cell))
                        .isEqualTo(unusableMinutes(Cells.start(cell)));
                assertThat(times.chairAt(cell, practitioner.id(), null)).isPresent();
                assertThat(times.deviceAt(cell, practitioner.id()).isPresent()).isEqualTo(need.deviceKind() != null);
            }
            return offered;
        }

        Set<Instant> oracle() {
            Set<Instant> free = new TreeSet<>();
            Instant from =
                    window.from().minusDays(1).atStartOfDay(window.zone()).toInstant();
            Instant until =
                    window.until().plusDays(2).atStartOfDay(window.zone()).toInstant();
            for (Instant start = from; start.isBefore(until); start = start.plusSeconds(900)) {
                if (fits(start)) {
                    free.add(start);
                }
            }
            return free;
        }

        private boolean fits(Instant start) {
            ZonedDateTime at = start.atZone(window.zone());
            LocalDate day = at.toLocalDate();
            return !day.isBefore(window.from())
                    && !day.isAfter(window.until())
                    && at.withEarlierOffsetAtOverlap().equals(at)
                    && !start.isBefore(earliest)
                    && every(start, need.minutes(), this::isOpen)
                    && every(start, need.minutes() + need.practitionerExtra(), this::isWorking)
                    && clinic.chairs().stream().anyMatch(chair -> isFreeWithADevice(chair, start));
        }

        private int unusableMinutes(Instant start) {
            int needed = need.minutes() + need.practitionerExtra();
            int before = 0;
            while (before < needed && isUsable(start.minusSeconds(60L * (before + 15)))) {
                before += 15;
            }
            int after = 0;
            while (after < needed && isUsable(start.plusSeconds(60L * (needed + after)))) {
                after += 15;
            }
            return (before < needed ? before : 0) + (after < needed ? after : 0);
        }

        /** Whether the practitioner could work in a quarter of an hour in which nobody has them. */
        private boolean isUsable(Instant quarter) {
            return !quarter.isBefore(earliest)
                    && isOpen(quarter.atZone(ZoneOffset.UTC))
                    && isWorking(quarter.atZone(ZoneOffset.UTC))
                    && taken.stream()
                            .filter(it -> it.practitionerId().equals(practitioner.id()))
                            .noneMatch(
                                    it -> !quarter.isBefore(it.startsAt()) && quarter.isBefore(it.practitionerUntil()));
        }

        private static boolean every(Instant start, int minutes, Predicate<ZonedDateTime> is) {
            for (int minute = 0; minute < minutes; minute += 15) {
                if (!is.test(start.plusSeconds(minute * 60L).atZone(ZoneOffset.UTC))) {
                    return false;
                }
            }
            return true;
        }

        private boolean isOpen(ZonedDateTime at) {
            LocalDateTime wall = at.withZoneSameInstant(window.zone()).toLocalDateTime();
            return isIn(clinic.openingHours(), wall, day -> !clinic.closedDays().contains(day));
        }

        private boolean isWorking(ZonedDateTime at) {
            LocalDateTime wall = at.withZoneSameInstant(window.zone()).toLocalDateTime();
            return isIn(
                    practitioner.rota().getOrDefault(clinic.id().value(), List.of()),
                    wall,
                    day -> !practitioner.isAway(day, clinic.id()) && practitioner.isLicensed("XX", day));
        }

        /** A stretch counts if the day counts on which it begins, which is yesterday for the hours after midnight. */
        private static boolean isIn(List<Hours> plan, LocalDateTime wall, Predicate<LocalDate> counts) {
            LocalDate today = wall.toLocalDate();
            LocalTime time = wall.toLocalTime();
            return plan.stream().anyMatch(it -> {
                boolean toMidnight = it.until().equals(LocalTime.MIDNIGHT);
                boolean pastMidnight = !toMidnight && it.until().isBefore(it.from());
                boolean begun = startsOn(it, today, counts) && !time.isBefore(it.from());
                boolean before = time.isBefore(it.until());
                return pastMidnight
                        ? begun || (startsOn(it, today.minusDays(1), counts) && before)
                        : begun && (toMidnight || before);
            });
        }

        private static boolean startsOn(Hours hours, LocalDate day, Predicate<LocalDate> counts) {
            return hours.day() == day.getDayOfWeek() && counts.test(day);
        }

        private boolean isFreeWithADevice(ChairId chair, Instant start) {
            return need.deviceKind() == null
                    ? isFree(chair, null, start)
                    : Objects.requireNonNull(clinic.devices()).stream()
                            .filter(it -> it.kind().equals(need.deviceKind()))
                            .anyMatch(it -> isFree(chair, it.id(), start));
        }

        private boolean isFree(ChairId chair, @Nullable DeviceId device, Instant start) {
            List<String> claims = Occupancy.by(need, chair, device, practitioner.id(), client, start)
                    .claims();
            return taken.stream().allMatch(it -> Collections.disjoint(it.claims(), claims));
        }
    }
}
