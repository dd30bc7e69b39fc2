package io.hairline.booking.course.replan;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.availability.AvailabilitySearch;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.availability.SlotSearch;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds other times for a session: one a day, on the first days that have any, as near as can be to the usual time of day.
 * The session's own practitioner and clinic come first; others only fill up.
 */
@Component
class FreeDays {

    private static final int OFFERED = 3;
    private static final int DAYS_LOOKED_AT = 28;
    private static final int TIMES = 3;

    private final SlotSearch slots;
    private final ReferenceData referenceData;

    FreeDays(SlotSearch slots, ReferenceData referenceData) {
        this.slots = slots;
        this.referenceData = referenceData;
    }

    /**
     * Up to three times, earliest first; empty if none is free in twelve weeks.
     *
     * @param also another clinic that will do
     * @param from the first local day
     */
    List<Slot> find(Appointment session, ClinicId also, LocalDate from) {
        for (int time = 0; time < TIMES; time++) {
            List<Slot> found = during(session, also, from.plusDays((long) time * DAYS_LOOKED_AT));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Slot> during(Appointment session, ClinicId also, LocalDate from) {
        ClinicId own = session.slot().clinicId();
        Map<LocalDate, Slot> days = new TreeMap<>();
        add(session, List.of(own), session.slot().practitionerId(), from, days);
        if (days.size() < OFFERED) {
            add(session, List.of(own), null, from, days);
        }
        if (days.size() < OFFERED && !also.equals(own)) {
            add(session, List.of(also), null, from, days);
        }
        return days.values().stream()
                .sorted(Comparator.comparing(Slot::startsAt))
                .toList();
    }

    private void add(
            Appointment session,
            List<ClinicId> where,
            @Nullable PractitionerId who,
            LocalDate from,
            Map<LocalDate, Slot> days) {
        List<Clinic> clinics = referenceData.clinics(where);
        LocalDate until = from.plusDays(DAYS_LOOKED_AT - 1L);
        LocalTime usual = session.slot().localStart().toLocalTime();
        Map<LocalDate, Slot> best = new TreeMap<>();
        slots.find(new AvailabilitySearch(
                        clinics,
                        session.slot().serviceCode(),
                        from,
                        until,
                        who,
                        session.claimant().orElse(null)))
                .forEach(
                        it -> best.merge(it.localStart().toLocalDate(), it, (one, other) -> nearer(usual, one, other)));
        Stream<Map.Entry<LocalDate, Slot>> missing = best.entrySet().stream()
                .filter(it -> !days.containsKey(it.getKey()))
                .limit(OFFERED - (long) days.size());
        missing.forEach(it -> days.put(it.getKey(), it.getValue()));
    }

    private static Slot nearer(LocalTime usual, Slot one, Slot other) {
        return far(usual, other).compareTo(far(usual, one)) < 0 ? other : one;
    }

    private static Duration far(LocalTime usual, Slot it) {
        return Duration.between(usual, it.localStart().toLocalTime()).abs();
    }
}
