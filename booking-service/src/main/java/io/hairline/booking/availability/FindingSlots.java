package io.hairline.booking.availability;

import io.hairline.booking.diary.CellSet;
import io.hairline.booking.diary.Cells;
import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.Need;
import io.hairline.booking.diary.Occupied;
import io.hairline.booking.diary.OpenTimes;
import io.hairline.booking.diary.Window;
import io.hairline.booking.network.Clinic;
import io.hairline.booking.network.Network;
import io.hairline.booking.network.Practitioner;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.BookingPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Lists free slots: two reads for a month of a clinic, however many practitioners; slots are made only as far as they
 * are asked for.
 */
@Service
public class FindingSlots {

    private static final int[] DAYS_FOR_ALTERNATIVES = {3, 30};
    private static final int DAYS_AT_ONCE = 31;
    private static final int DAYS_OF_MANY_AT_ONCE = 7;
    private static final int MANY_CLINICS = 4;
    private static final int CELLS_A_DAY = 96;
    /** How many of the practitioners who are free at a moment {@link #nearest} names. */
    public static final int OF_ONE_MOMENT = 3;

    private final Network network;
    private final Diary diary;
    private final Clock clock;

    FindingSlots(Network network, Diary diary, Clock clock) {
        this.network = network;
        this.diary = diary;
        this.clock = clock;
    }

    /** All of them, the earliest first; at the same moment the better first. */
    public List<Slot> find(Search search) {
        return find(search, null, Integer.MAX_VALUE);
    }

    /** Those behind a position, at least {@code most} if there are as many. */
    List<Slot> find(Search search, @Nullable Position after, int most) {
        Need need = Need.of(network.offer(search.serviceCode()));
        List<Practitioner> practitioners = practitioners(search);
        Set<PractitionerId> known = search.client() == null ? Set.of() : diary.practitionersOf(search.client());
        int days = search.clinics().size() < MANY_CLINICS ? DAYS_AT_ONCE : DAYS_OF_MANY_AT_ONCE;
        List<Slot> found = new ArrayList<>();
        for (LocalDate from = first(search, after);
                !from.isAfter(search.until()) && found.size() < most;
                from = from.plusDays(days)) {
            LocalDate last = from.plusDays(days - 1L);
            Search part = search.during(from, last.isBefore(search.until()) ? last : search.until());
            list(lanes(part, practitioners, need, known), after, most, found);
        }
        return found;
    }

    /** A part of the days may be passed over when a list is gone on with; zones are less than a day apart. */
    private static LocalDate first(Search search, @Nullable Position after) {
        if (after == null) {
            return search.from();
        }
        LocalDate day = LocalDate.ofInstant(after.startsAt(), ZoneOffset.UTC).minusDays(1);
        return day.isAfter(search.from()) ? day : search.from();
    }

    private List<Practitioner> practitioners(Search search) {
        List<ClinicId> clinics = search.clinics().stream().map(Clinic::id).toList();
        return clinics.isEmpty()
                ? List.of()
                : network.practitionersOf(clinics).stream()
                        .filter(it -> it.isTrainedFor(search.serviceCode()))
                        .filter(it -> search.practitioner() == null || it.id().equals(search.practitioner()))
                        .toList();
    }

    private static void list(List<Lane> lanes, @Nullable Position after, int most, List<Slot> found) {
        long from = after == null ? 0 : Cells.of(after.startsAt());
        for (long cell = next(lanes, from); cell >= 0 && found.size() < most; cell = next(lanes, cell + 1)) {
            at(cell, lanes)
                    .filter(it -> after == null || Position.of(it).compareTo(after) > 0)
                    .sorted(Comparator.comparing(Position::of))
                    .forEach(found::add);
        }
    }

    private static Stream<Slot> at(long cell, List<Lane> lanes) {
        return lanes.stream().filter(it -> it.starts().has(cell)).map(it -> it.slotAt(cell));
    }

    private static Stream<Slot> some(long cell, List<Lane> lanes) {
        return at(cell, lanes).limit(OF_ONE_MOMENT);
    }

    private static long next(List<Lane> lanes, long from) {
        return lanes.stream()
                .mapToLong(it -> it.starts().next(from))
                .filter(it -> it >= 0)
                .min()
                .orElse(-1);
    }

    private List<Lane> lanes(Search search, List<Practitioner> practitioners, Need need, Set<PractitionerId> known) {
        List<Occupied> taken = taken(search, practitioners);
        List<Lane> lanes = new ArrayList<>();
        for (Clinic clinic : search.clinics()) {
            OpenTimes times = openTimes(clinic, need, taken, search);
            boolean nearest =
                    search.nearPlace() && clinic.equals(search.clinics().getFirst());
            for (Practitioner it : practitioners) {
                if (!it.shiftsIn(clinic.id()).isEmpty()) {
                    CellSet starts = times.startsWith(it);
                    lanes.add(new Lane(
                            clinic, it, search.serviceCode(), need, times, starts, known.contains(it.id()), nearest));
                }
            }
        }
        return lanes;
    }

    private OpenTimes openTimes(Clinic clinic, Need need, List<Occupied> taken, Search search) {
        BookingPolicy policy = network.policy();
        Instant now = clock.instant();
        return new OpenTimes(
                clinic,
                need,
                new Window(search.from(), search.until(), clinic.zoneId()),
                taken,
                search.client(),
                now.plus(Duration.ofMinutes(policy.leadTimeMinutes())),
                now.plus(Duration.ofDays(policy.horizonDays())));
    }

    private List<Occupied> taken(Search search, List<Practitioner> practitioners) {
        Instant from = Instant.MAX;
        Instant until = Instant.MIN;
        for (Clinic clinic : search.clinics()) {
            Window window = new Window(search.from(), search.until(), clinic.zoneId());
            from = from.isBefore(window.reachedFrom()) ? from : window.reachedFrom();
            until = until.isAfter(window.reachedUntil()) ? until : window.reachedUntil();
        }
        return practitioners.isEmpty()
                ? List.of()
                : diary.taken(
                        search.clinics().stream().map(Clinic::id).toList(),
                        practitioners.stream().map(Practitioner::id).toList(),
                        search.client(),
                        from,
                        until);
    }

    /**
     * The free slots nearest to a moment, in the same clinic, a few of each moment: some days are looked at first, then a
     * month.
     */
    public List<Slot> nearest(Clinic clinic, String serviceCode, @Nullable ClientId client, Instant wanted, int most) {
        LocalDate day = wanted.atZone(clinic.zoneId()).toLocalDate();
        Need need = Need.of(network.offer(serviceCode));
        Search search = new Search(List.of(clinic), serviceCode, day, day, null, client);
        List<Practitioner> practitioners = practitioners(search);
        List<Slot> found = List.of();
        for (int days : DAYS_FOR_ALTERNATIVES) {
            Search around = search.during(day.minusDays(days), day.plusDays(days));
            found = nearest(lanes(around, practitioners, need, Set.of()), Cells.of(wanted), days * CELLS_A_DAY, most);
            if (found.size() >= most) {
                return found;
            }
        }
        return found;
    }

    private static List<Slot> nearest(List<Lane> lanes, long wanted, int furthest, int most) {
        List<Slot> found = new ArrayList<>(some(wanted, lanes).toList());
        for (int far = 1; far <= furthest && found.size() < most; far++) {
            some(wanted - far, lanes).forEach(found::add);
            some(wanted + far, lanes).forEach(found::add);
        }
        return found.stream().limit(most).toList();
    }
}
