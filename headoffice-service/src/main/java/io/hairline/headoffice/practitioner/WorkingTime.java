package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.headoffice.clinic.Clinic;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The minutes in which clients can be treated: the rotas, without closed days and absences. */
@Service
public class WorkingTime {

    private final Practitioners practitioners;

    WorkingTime(Practitioners practitioners) {
        this.practitioners = practitioners;
    }

    /** By local day, summed over the clinics. */
    public Map<LocalDate, Long> minutes(Collection<Clinic> clinics, LocalDate from, LocalDate until) {
        Map<ClinicId, Clinic> byId = clinics.stream().collect(Collectors.toMap(Clinic::id, Function.identity()));
        List<Practitioner> staff = practitioners.findByRotasClinicIdIn(byId.keySet());
        return minutes(byId, staff, from, until);
    }

    static Map<LocalDate, Long> minutes(
            Map<ClinicId, Clinic> clinics, List<Practitioner> staff, LocalDate from, LocalDate until) {
        Map<ClinicId, Set<LocalDate>> closed = clinics.values().stream()
                .collect(Collectors.toMap(
                        Clinic::id,
                        it -> it.closedDays().stream()
                                .map(Clinic.ClosedDay::date)
                                .collect(Collectors.toCollection(HashSet::new))));
        Map<LocalDate, Long> minutes = new TreeMap<>();
        for (Practitioner it : staff) {
            for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
                minutes.merge(day, minutesOn(day, it, closed), Long::sum);
            }
        }
        return minutes;
    }

    private static long minutesOn(LocalDate day, Practitioner practitioner, Map<ClinicId, Set<LocalDate>> closed) {
        boolean away =
                practitioner.absences().stream().anyMatch(it -> !day.isBefore(it.from()) && !day.isAfter(it.until()));
        return away
                ? 0
                : practitioner.rotas().stream()
                        .filter(it -> closed.containsKey(it.clinicId()))
                        .filter(it ->
                                !closed.getOrDefault(it.clinicId(), Set.of()).contains(day))
                        .mapToLong(it -> minutesOf(it, day))
                        .sum();
    }

    private static long minutesOf(Rota rota, LocalDate day) {
        ZoneId zone = ZoneId.of(rota.zone());
        return rota.shifts().hours().stream()
                .filter(it -> it.day() == day.getDayOfWeek())
                .mapToLong(it -> Duration.between(day.atTime(it.from()).atZone(zone), end(it, day, zone))
                        .toMinutes())
                .sum();
    }

    private static ZonedDateTime end(Hours shift, LocalDate day, ZoneId zone) {
        return shift.until().equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone)
                : day.atTime(shift.until()).atZone(zone);
    }
}
