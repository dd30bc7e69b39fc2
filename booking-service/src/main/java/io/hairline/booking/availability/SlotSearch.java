package io.hairline.booking.availability;

import io.hairline.booking.diary.AvailabilityEngine;
import io.hairline.booking.diary.CellSet;
import io.hairline.booking.diary.Cells;
import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.DiaryWindow;
import io.hairline.booking.diary.GuestDays;
import io.hairline.booking.diary.LeadTime;
import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.diary.ServiceNeed;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.booking.referencedata.ReferenceData;
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
 * Lists free slots: one read of the diary for a month of a clinic, however many practitioners; slots are made only as far
 * as they are asked for.
 */
@Service
public class SlotSearch {

    private static final int[] DAYS_FOR_ALTERNATIVES = {3, 30};
    private static final int DAYS_AT_ONCE = 31;
    private static final int DAYS_OF_MANY_AT_ONCE = 7;
    private static final int MANY_CLINICS = 4;
    private static final int CELLS_A_DAY = 96;
    /** How many of the practitioners who are free at a moment {@link #nearest} names. */
    public static final int OF_ONE_MOMENT = 3;

    private final ReferenceData referenceData;
    private final Diary diary;
    private final GuestDays guestDays;
    private final Clock clock;

    SlotSearch(ReferenceData referenceData, Diary diary, GuestDays guestDays, Clock clock) {
        this.referenceData = referenceData;
        this.diary = diary;
        this.guestDays = guestDays;
        this.clock = clock;
    }

    /** All of them, the earliest first; at the same moment the better first. */
    public List<Slot> find(AvailabilitySearch search) {
        return find(search, null, Integer.MAX_VALUE);
    }

    /** Those behind a position, at least {@code most} if there are as many. */
    List<Slot> find(AvailabilitySearch search, @Nullable SlotCursor after, int most) {
        ServiceNeed durations = ServiceNeed.of(referenceData.offer(search.serviceCode()));
        List<Practitioner> practitioners = practitioners(search);
        Set<PractitionerId> known = search.client() == null ? Set.of() : diary.practitionersOf(search.client());
        int days = search.clinics().size() < MANY_CLINICS ? DAYS_AT_ONCE : DAYS_OF_MANY_AT_ONCE;
        List<Slot> found = new ArrayList<>();
        for (LocalDate from = first(search, after);
                !from.isAfter(search.until()) && found.size() < most;
                from = from.plusDays(days)) {
            LocalDate last = from.plusDays(days - 1L);
            AvailabilitySearch part = search.during(from, last.isBefore(search.until()) ? last : search.until());
            list(lanes(part, practitioners, durations, known), after, most, found);
        }
        return found;
    }

    /** A part of the days may be passed over when a list is gone on with; zones are less than a day apart. */
    private static LocalDate first(AvailabilitySearch search, @Nullable SlotCursor after) {
        if (after == null) {
            return search.from();
        }
        LocalDate day = LocalDate.ofInstant(after.startsAt(), ZoneOffset.UTC).minusDays(1);
        return day.isAfter(search.from()) ? day : search.from();
    }

    private List<Practitioner> practitioners(AvailabilitySearch search) {
        List<ClinicId> clinics = search.clinics().stream().map(Clinic::id).toList();
        return clinics.isEmpty()
                ? List.of()
                : referenceData.practitionersOf(clinics).stream()
                        .filter(it -> it.isTrainedFor(search.serviceCode()))
                        .filter(it -> search.practitioner() == null || it.id().equals(search.practitioner()))
                        .toList();
    }

    private static void list(
            List<PractitionerAvailability> lanes, @Nullable SlotCursor after, int most, List<Slot> found) {
        long from = after == null ? 0 : Cells.of(after.startsAt());
        for (long cell = next(lanes, from); cell >= 0 && found.size() < most; cell = next(lanes, cell + 1)) {
            at(cell, lanes)
                    .filter(it -> after == null || SlotCursor.of(it).compareTo(after) > 0)
                    .sorted(Comparator.comparing(SlotCursor::of))
                    .forEach(found::add);
        }
    }

    private static Stream<Slot> at(long cell, List<PractitionerAvailability> lanes) {
        return lanes.stream().filter(it -> it.starts().has(cell)).map(it -> it.slotAt(cell));
    }

    private static Stream<Slot> some(long cell, List<PractitionerAvailability> lanes) {
        return at(cell, lanes).limit(OF_ONE_MOMENT);
    }

    private static long next(List<PractitionerAvailability> lanes, long from) {
        return lanes.stream()
                .mapToLong(it -> it.starts().next(from))
                .filter(it -> it >= 0)
                .min()
                .orElse(-1);
    }

    private List<PractitionerAvailability> lanes(
            AvailabilitySearch search,
            List<Practitioner> practitioners,
            ServiceNeed durations,
            Set<PractitionerId> known) {
        TakenTimes taken = new TakenTimes(
                taken(search, practitioners), search.client(), search.clinics().size());
        List<PractitionerAvailability> lanes = new ArrayList<>();
        for (Clinic clinic : search.clinics()) {
            List<Practitioner> here = practitioners.stream()
                    .filter(it -> !it.shiftsIn(clinic.id()).isEmpty())
                    .toList();
            AvailabilityEngine times = openTimes(clinic, durations, taken.concerning(clinic, here), search);
            boolean nearest =
                    search.near() != null && clinic.equals(search.clinics().getFirst());
            Double distance =
                    search.near() == null ? null : Math.round(10 * clinic.kilometresFrom(search.near())) / 10.0;
            for (Practitioner it : here) {
                CellSet freeTime =
                        times.freeTime(guestDays.within(it, clinic, search.from(), search.until(), search.moving()));
                lanes.add(new PractitionerAvailability(
                        clinic,
                        it,
                        search.serviceCode(),
                        durations,
                        times,
                        freeTime,
                        times.startsWithin(freeTime),
                        known.contains(it.id()),
                        nearest,
                        distance));
            }
        }
        return lanes;
    }

    private AvailabilityEngine openTimes(
            Clinic clinic, ServiceNeed durations, List<Occupancy> taken, AvailabilitySearch search) {
        BookingPolicy policy = referenceData.policy(clinic.id());
        Instant now = clock.instant();
        return new AvailabilityEngine(
                clinic,
                durations,
                new DiaryWindow(search.from(), search.until(), clinic.zoneId()),
                taken,
                search.client(),
                LeadTime.of(policy, clinic).earliestStart(now),
                now.plus(Duration.ofDays(policy.horizonDays())));
    }

    private List<Occupancy> taken(AvailabilitySearch search, List<Practitioner> practitioners) {
        Instant from = Instant.MAX;
        Instant until = Instant.MIN;
        for (Clinic clinic : search.clinics()) {
            DiaryWindow window = new DiaryWindow(search.from(), search.until(), clinic.zoneId());
            from = from.isBefore(window.reachedFrom()) ? from : window.reachedFrom();
            until = until.isAfter(window.reachedUntil()) ? until : window.reachedUntil();
        }
        return practitioners.isEmpty()
                ? List.of()
                : diary.taken(
                        search.clinics().stream().map(Clinic::id).toList(),
                        practitioners.stream().map(Practitioner::id).toList(),
                        search.client(),
                        search.moving(),
                        from,
                        until);
    }

    /**
     * The free slots nearest to a moment, a few of each moment: some days are looked at first, then a month.
     *
     * @param search for the local day of that moment
     */
    public List<Slot> nearest(AvailabilitySearch search, Instant wanted, int most) {
        LocalDate day = search.from();
        ServiceNeed durations = ServiceNeed.of(referenceData.offer(search.serviceCode()));
        List<Practitioner> practitioners = practitioners(search);
        List<Slot> found = List.of();
        for (int days : DAYS_FOR_ALTERNATIVES) {
            AvailabilitySearch around = search.during(day.minusDays(days), day.plusDays(days));
            found = nearest(
                    lanes(around, practitioners, durations, Set.of()), Cells.of(wanted), days * CELLS_A_DAY, most);
            if (found.size() >= most) {
                return found;
            }
        }
        return found;
    }

    private static List<Slot> nearest(List<PractitionerAvailability> lanes, long wanted, int furthest, int most) {
        List<Slot> found = new ArrayList<>(some(wanted, lanes).toList());
        for (int far = 1; far <= furthest && found.size() < most; far++) {
            some(wanted - far, lanes).forEach(found::add);
            some(wanted + far, lanes).forEach(found::add);
        }
        return found.stream().limit(most).toList();
    }
}
