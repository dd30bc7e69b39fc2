package io.hairline.booking.diary;

import com.sun.management.ThreadMXBean;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.Ids;
import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Times the slot engine alone, for figure P4 of the benchmarks, which starts this in a process of its own: a month of
 * twenty clinics with ten practitioners each, from rules and 20,000 claims. The same question is answered cell by cell
 * beside it; both must find the same number of starts.
 */
final class SlotKernelTiming {

    private static final int CLINICS = 20;
    private static final int PRACTITIONERS = 10;
    private static final int CHAIRS = 10;
    private static final int CLAIMS = 20_000;
    private static final int WARM_UP = 300;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** A month in which no clock changes, so that the scan may count in wall times. */
    private static final LocalDate FIRST = LocalDate.of(2027, 5, 1);

    private static final DiaryWindow MONTH = new DiaryWindow(FIRST, LocalDate.of(2027, 5, 31), ZONE);
    private static final ServiceNeed NEED = new ServiceNeed(150, 15, 15, 15);

    private SlotKernelTiming() {}

    /** Prints one line: the number of rounds, starts and cells, then times in microseconds and bytes per round. */
    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        List<Place> places = places(new Random(4));
        ToLongFunction<List<Place>> engine =
                all -> all.stream().mapToLong(SlotKernelTiming::starts).sum();
        ToLongFunction<List<Place>> scan =
                all -> all.stream().mapToLong(Scan::starts).sum();
        long starts = engine.applyAsLong(places);
        if (starts == 0 || starts != scan.applyAsLong(places)) {
            throw new IllegalStateException("The engine and the scan differ");
        }
        time(engine, places, WARM_UP);
        time(scan, places, WARM_UP / 10);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long[] engineTook = time(engine, places, rounds);
        long bytes = (threads.getCurrentThreadAllocatedBytes() - allocated) / rounds;
        long[] scanTook = time(scan, places, rounds / 10);
        System.out.printf(
                Locale.ROOT,
                "rounds=%d starts=%d cells=%d p50=%d p99=%d bytes=%d scanP50=%d%n",
                rounds,
                starts,
                CLINICS * PRACTITIONERS * (MONTH.endCell() - MONTH.firstCell()),
                at(engineTook, 0.5),
                at(engineTook, 0.99),
                bytes,
                at(scanTook, 0.5));
    }

    private static long[] time(ToLongFunction<List<Place>> question, List<Place> places, int rounds) {
        long[] took = new long[rounds];
        long found = 0;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            found += question.applyAsLong(places);
            took[round] = System.nanoTime() - start;
        }
        if (found == 0) {
            throw new IllegalStateException("Nothing is free");
        }
        Arrays.sort(took);
        return took;
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1_000;
    }

    /** A clinic with those who work there and what is taken. */
    private record Place(Clinic clinic, List<Practitioner> practitioners, List<Occupancy> taken) {}

    private static long starts(Place place) {
        AvailabilityEngine engine = new AvailabilityEngine(
                place.clinic(), NEED, MONTH, place.taken(), null, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
        long found = 0;
        for (Practitioner practitioner : place.practitioners()) {
            CellSet starts = engine.startsWith(practitioner);
            for (long cell = starts.next(0); cell >= 0; cell = starts.next(cell + 1)) {
                found++;
            }
        }
        return found;
    }

    private static List<Place> places(Random random) {
        List<Place> places =
                Stream.generate(SlotKernelTiming::place).limit(CLINICS).toList();
        int claims = 0;
        while (claims < CLAIMS) {
            Place place = places.get(random.nextInt(CLINICS));
            Instant start = FIRST.plusDays(random.nextInt(31))
                    .atTime(LocalTime.of(9, 15).plusMinutes(15L * random.nextInt(28)))
                    .atZone(ZONE)
                    .toInstant();
            Occupancy more = Occupancy.by(
                    NEED,
                    place.clinic().chairs().get(random.nextInt(CHAIRS)),
                    place.practitioners().get(random.nextInt(PRACTITIONERS)).id(),
                    null,
                    start);
            place.taken().add(more);
            claims += more.claims().size();
        }
        return places;
    }

    private static Place place() {
        List<Hours> week = Stream.of(DayOfWeek.values())
                .filter(it -> it != DayOfWeek.SUNDAY)
                .map(it -> new Hours(it, LocalTime.of(9, 0), LocalTime.of(19, 0)))
                .toList();
        Clinic clinic = ClinicFixture.in(ZONE)
                .open(week)
                .closedOn(List.of(FIRST.plusDays(5)))
                .chairs(CHAIRS)
                .devices(List.of())
                .build();
        return new Place(
                clinic,
                Stream.generate(() -> practitioner(clinic.id(), week))
                        .limit(PRACTITIONERS)
                        .toList(),
                new ArrayList<>());
    }

    private static Practitioner practitioner(ClinicId clinic, List<Hours> week) {
        return new Practitioner(
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                "X",
                List.of("X"),
                Map.of(clinic.value(), week),
                List.of(clinic),
                List.of(),
                Map.of("lic", new Practitioner.Licence("XX", LocalDate.MIN, LocalDate.MAX)));
    }

    /** The same question asked of every cell in turn, over arrays of truth values. */
    private static final class Scan {

        private static final int MARGIN = 64;
        private static final int QUARTERS_A_DAY = 96;
        private static final int LENGTH = (int) (MONTH.endCell() - MONTH.firstCell()) + 2 * MARGIN;

        static long starts(Place place) {
            boolean[] open = planned(place.clinic().openingHours(), place.clinic());
            Map<ChairId, boolean[]> chairs = new HashMap<>();
            place.clinic().chairs().forEach(it -> chairs.put(it, new boolean[LENGTH]));
            Map<PractitionerId, boolean[]> people = new HashMap<>();
            for (Occupancy it : place.taken()) {
                occupy(chairs.computeIfAbsent(it.chairId(), _ -> new boolean[LENGTH]), it.chairFrom(), it.chairUntil());
                occupy(
                        people.computeIfAbsent(it.practitionerId(), _ -> new boolean[LENGTH]),
                        it.startsAt(),
                        it.practitionerUntil());
            }
            int time = Cells.count(NEED.minutes());
            int before = Cells.count(NEED.preparation());
            int after = Cells.count(NEED.cleaning());
            int extra = Cells.count(NEED.practitionerExtra());
            long found = 0;
            for (Practitioner practitioner : place.practitioners()) {
                boolean[] shift = planned(practitioner.shiftsIn(place.clinic().id()), null);
                boolean[] busy = people.computeIfAbsent(practitioner.id(), _ -> new boolean[LENGTH]);
                for (int cell = MARGIN; cell < LENGTH - MARGIN; cell++) {
                    if (all(open, true, cell, cell + time)
                            && all(shift, true, cell, cell + time + extra)
                            && all(busy, false, cell, cell + time + extra)
                            && anyFree(chairs, cell - before, cell + time + after)) {
                        found++;
                    }
                }
            }
            return found;
        }

        private static boolean anyFree(Map<ChairId, boolean[]> chairs, int from, int until) {
            for (boolean[] chair : chairs.values()) {
                if (all(chair, false, from, until)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean all(boolean[] cells, boolean value, int from, int until) {
            for (int cell = from; cell < until; cell++) {
                if (cells[cell] != value) {
                    return false;
                }
            }
            return true;
        }

        private static void occupy(boolean[] cells, Instant from, Instant until) {
            Arrays.fill(cells, index(from), index(until), true);
        }

        private static int index(Instant at) {
            return (int) (Cells.of(at) - MONTH.firstCell()) + MARGIN;
        }

        /** @param clinic whose closed days count; absent if none do */
        private static boolean[] planned(List<Hours> plan, @Nullable Clinic clinic) {
            boolean[] cells = new boolean[LENGTH];
            for (LocalDate day = FIRST; !day.isAfter(MONTH.until()); day = day.plusDays(1)) {
                if (clinic == null || clinic.isOpenOn(day)) {
                    int first = index(day.atStartOfDay(ZONE).toInstant());
                    for (Hours it : plan) {
                        if (it.day() == day.getDayOfWeek()) {
                            Arrays.fill(
                                    cells,
                                    first + it.startMinute() / Cells.MINUTES,
                                    first + Math.min(it.endMinute() / Cells.MINUTES, QUARTERS_A_DAY),
                                    true);
                        }
                    }
                }
            }
            return cells;
        }
    }
}
