package io.hairline.headoffice.practitioner;

import static io.hairline.contracts.headoffice.Hours.MINUTES_A_DAY;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.clinic.Clinic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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

    private static final Duration GRID = Duration.ofMinutes(15);

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
        return practitioner.rotas().stream()
                .filter(it -> closed.containsKey(it.clinicId()))
                .filter(it -> !closed.getOrDefault(it.clinicId(), Set.of()).contains(day))
                .filter(it -> practitioner.absences().stream().noneMatch(away -> away.holds(day, it.clinicId())))
                .mapToLong(it -> minutesOf(it, day))
                .sum();
    }

    /** What runs past midnight is the day's on which it begins. */
    private static long minutesOf(Rota rota, LocalDate day) {
        ZoneId zone = ZoneId.of(rota.zone());
        return rota.shifts().hours().stream()
                .filter(it -> it.day() == day.getDayOfWeek())
                .mapToLong(it -> minutes(day, it.startMinute(), Math.min(it.endMinute(), MINUTES_A_DAY), zone)
                        + minutes(day.plusDays(1), 0, it.endMinute() - MINUTES_A_DAY, zone))
                .sum();
    }

    /** Between two wall times of one day; where the clocks change, as often as its wall clock shows them. */
    private static long minutes(LocalDate day, int start, int end, ZoneId zone) {
        Instant first = day.atStartOfDay(zone).toInstant();
        Instant last = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (end <= start || Duration.between(first, last).toMinutes() == MINUTES_A_DAY) {
            return Math.max(0, end - start);
        }
        long minutes = 0;
        for (Instant it = first; it.isBefore(last); it = it.plus(GRID)) {
            int wall = LocalTime.ofInstant(it, zone).toSecondOfDay() / 60;
            minutes += wall >= start && wall < end ? GRID.toMinutes() : 0;
        }
        return minutes;
    }
}
