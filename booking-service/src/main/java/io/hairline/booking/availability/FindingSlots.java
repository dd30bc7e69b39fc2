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
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.BookingPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Lists free slots: three reads, whatever the number of days, practitioners and clinics. */
@Service
public class FindingSlots {

    private static final int DAYS_FOR_ALTERNATIVES = 30;

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
        if (search.clinics().isEmpty()) {
            return List.of();
        }
        Need need = Need.of(network.offer(search.serviceCode()));
        List<ClinicId> clinicIds = search.clinics().stream().map(Clinic::id).toList();
        List<Practitioner> practitioners = network.practitionersOf(clinicIds).stream()
                .filter(it -> it.isTrainedFor(search.serviceCode()))
                .filter(it -> search.practitioner() == null || it.id().equals(search.practitioner()))
                .toList();
        List<Occupied> taken = taken(search, clinicIds, practitioners);
        Set<PractitionerId> known = knownTo(search, taken);
        List<Slot> slots = new ArrayList<>();
        for (Clinic clinic : search.clinics()) {
            boolean nearest = search.clinics().size() > 1
                    && clinic.equals(search.clinics().getFirst());
            Window window = new Window(search.from(), search.until(), clinic.zoneId());
            OpenTimes times = openTimes(clinic, need, window, taken, search);
            practitioners.stream()
                    .filter(it -> !it.shiftsIn(clinic.id()).isEmpty())
                    .forEach(it -> list(
                            slots, search.serviceCode(), clinic, it, times, need, known.contains(it.id()), nearest));
        }
        slots.sort(Comparator.comparing(Slot::startsAt, OffsetDateTime.timeLineOrder())
                .thenComparingInt(it -> -it.reasons().size())
                .thenComparing(it -> it.clinicId().value())
                .thenComparing(it -> it.practitionerId().value()));
        return slots;
    }

    private OpenTimes openTimes(Clinic clinic, Need need, Window window, List<Occupied> taken, Search search) {
        BookingPolicy policy = network.policy();
        Instant now = clock.instant();
        return new OpenTimes(
                clinic,
                need,
                window,
                taken,
                search.client(),
                now.plus(Duration.ofMinutes(policy.leadTimeMinutes())),
                now.plus(Duration.ofDays(policy.horizonDays())));
    }

    private List<Occupied> taken(Search search, List<ClinicId> clinics, List<Practitioner> practitioners) {
        Instant from = Instant.MAX;
        Instant until = Instant.MIN;
        for (Clinic clinic : search.clinics()) {
            Window window = new Window(search.from(), search.until(), clinic.zoneId());
            from = from.isBefore(window.reachedFrom()) ? from : window.reachedFrom();
            until = until.isAfter(window.reachedUntil()) ? until : window.reachedUntil();
        }
        List<PractitionerId> ids = practitioners.stream().map(Practitioner::id).toList();
        return diary.taken(clinics, ids, search.client(), from, until);
    }

    private static Set<PractitionerId> knownTo(Search search, List<Occupied> taken) {
        return search.client() == null
                ? Set.of()
                : taken.stream()
                        .filter(it -> search.client().equals(it.clientId()))
                        .map(Occupied::practitionerId)
                        .collect(Collectors.toSet());
    }

    private static void list(
            List<Slot> slots,
            String serviceCode,
            Clinic clinic,
            Practitioner practitioner,
            OpenTimes times,
            Need need,
            boolean known,
            boolean nearest) {
        CellSet starts = times.startsWith(practitioner);
        ZoneId zone = clinic.zoneId();
        for (long cell = starts.next(0); cell >= 0; cell = starts.next(cell + 1)) {
            EnumSet<Slot.Reason> reasons = EnumSet.noneOf(Slot.Reason.class);
            if (known) {
                reasons.add(Slot.Reason.SAME_PRACTITIONER);
            }
            if (!starts.has(cell - 1)) {
                reasons.add(Slot.Reason.FITS_SNUGLY);
            }
            if (nearest) {
                reasons.add(Slot.Reason.NEAREST_CLINIC);
            }
            Instant start = Cells.start(cell);
            OffsetDateTime startsAt = start.atZone(zone).toOffsetDateTime();
            slots.add(new Slot(
                    clinic.id(),
                    clinic.name(),
                    clinic.zone(),
                    practitioner.id(),
                    practitioner.displayName(),
                    times.chairsAt(cell).getFirst(),
                    serviceCode,
                    startsAt,
                    start.plus(Duration.ofMinutes(need.minutes())).atZone(zone).toOffsetDateTime(),
                    startsAt.toLocalDateTime(),
                    List.copyOf(reasons)));
        }
    }

    /** The free slots nearest to a moment, in the same clinic: a week is looked at first, then a month. */
    public List<Slot> nearest(Search like, Instant wanted, int most) {
        Clinic clinic = like.clinics().getFirst();
        LocalDate day = wanted.atZone(clinic.zoneId()).toLocalDate();
        List<Slot> found = around(like, day, 3, wanted, most);
        return found.size() < most ? around(like, day, DAYS_FOR_ALTERNATIVES, wanted, most) : found;
    }

    private List<Slot> around(Search like, LocalDate day, int days, Instant wanted, int most) {
        Search search = new Search(
                like.clinics(), like.serviceCode(), day.minusDays(days), day.plusDays(days), null, like.client());
        return find(search).stream()
                .sorted(Comparator.comparing((Slot it) -> Duration.between(
                                        wanted, it.startsAt().toInstant())
                                .abs())
                        .thenComparing(it -> it.practitionerId().value()))
                .limit(most)
                .toList();
    }
}
