package io.hairline.headoffice.practitioner;

import static io.hairline.contracts.headoffice.Hours.MINUTES_A_DAY;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.headoffice.practitioner.FormerRotas.FormerRota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The minutes in which clients can be treated: each day by the rotas that held on it, without closed days and absences. */
@Service
public class WorkingTime {

    private static final Duration GRID = Duration.ofMinutes(15);

    private final Practitioners practitioners;
    private final FormerRotas formerRotas;

    WorkingTime(Practitioners practitioners, FormerRotas formerRotas) {
        this.practitioners = practitioners;
        this.formerRotas = formerRotas;
    }

    /**
     * By local day, summed over the clinics.
     *
     * @param counts whether a clinic's local day is among them
     */
    public Map<LocalDate, Long> minutes(
            Collection<Clinic> clinics, LocalDate from, LocalDate until, BiPredicate<Clinic, LocalDate> counts) {
        Map<LocalDate, Long> minutes = new TreeMap<>();
        each(clinics, from, until, counts, (_, day, some) -> minutes.merge(day, some, Long::sum));
        return minutes;
    }

    /** Summed over the days, by clinic; those without staff are left out. */
    public Map<ClinicId, Long> minutesByClinic(Collection<Clinic> clinics, LocalDate from, LocalDate until) {
        Map<ClinicId, Long> minutes = new HashMap<>();
        each(clinics, from, until, (_, _) -> true, (clinic, _, some) -> minutes.merge(clinic, some, Long::sum));
        return minutes;
    }

    /** Of one clinic, by practitioner and local day. */
    public Map<PractitionerId, Map<LocalDate, Long>> minutesByPractitioner(
            Clinic clinic, LocalDate from, LocalDate until) {
        Map<PractitionerId, Map<LocalDate, Long>> minutes = new TreeMap<>(Comparator.comparing(PractitionerId::value));
        eachRota(
                List.of(clinic),
                from,
                until,
                (_, _) -> true,
                (practitioner, _, day, some) -> minutes.computeIfAbsent(practitioner, _ -> new TreeMap<>())
                        .merge(day, some, Long::sum));
        return minutes;
    }

    /** In which a chair can be used, by local day: the clinic's opening hours of today's week on the days on which it was open. */
    public static Map<LocalDate, Long> openMinutes(Clinic clinic, LocalDate from, LocalDate until) {
        ZoneId zone = ZoneId.of(clinic.place().zone());
        Predicate<LocalDate> open = open(clinic);
        Map<LocalDate, Long> minutes = new TreeMap<>();
        from.datesUntil(until.plusDays(1))
                .forEach(it -> minutes.put(it, open.test(it) ? minutesOf(clinic.openingHours(), it, zone) : 0L));
        return minutes;
    }

    private static Predicate<LocalDate> open(Clinic clinic) {
        Set<LocalDate> closed =
                clinic.closedDays().stream().map(Clinic.ClosedDay::date).collect(Collectors.toSet());
        return day -> !closed.contains(day) && clinic.isRunningOn(day);
    }

    /** Adds the minutes of one rota on one day. */
    @FunctionalInterface
    interface Sink {
        void add(ClinicId clinic, LocalDate day, long minutes);
    }

    /** The same, and whose rota it is. */
    @FunctionalInterface
    interface RotaSink {
        void add(PractitionerId practitioner, ClinicId clinic, LocalDate day, long minutes);
    }

    private void each(
            Collection<Clinic> clinics,
            LocalDate from,
            LocalDate until,
            BiPredicate<Clinic, LocalDate> counts,
            Sink sink) {
        eachRota(clinics, from, until, counts, (_, clinic, day, some) -> sink.add(clinic, day, some));
    }

    private void eachRota(
            Collection<Clinic> clinics,
            LocalDate from,
            LocalDate until,
            BiPredicate<Clinic, LocalDate> counts,
            RotaSink sink) {
        Map<ClinicId, Clinic> byId = clinics.stream().collect(Collectors.toMap(Clinic::id, Function.identity()));
        List<FormerRota> former = formerRotas.since(byId.keySet(), from);
        Map<PractitionerId, Practitioner> staff = practitioners.findByRotasClinicIdIn(byId.keySet()).stream()
                .collect(Collectors.toMap(Practitioner::id, Function.identity()));
        Set<PractitionerId> gone = former.stream()
                .map(FormerRota::practitionerId)
                .filter(it -> !staff.containsKey(it))
                .collect(Collectors.toSet());
        if (!gone.isEmpty()) {
            practitioners.findByIdIn(gone).forEach(it -> staff.put(it.id(), it));
        }
        each(byId, List.copyOf(staff.values()), former, from, until, counts, sink);
    }

    static Map<LocalDate, Long> minutes(
            Map<ClinicId, Clinic> clinics,
            List<Practitioner> staff,
            List<FormerRota> former,
            LocalDate from,
            LocalDate until,
            BiPredicate<Clinic, LocalDate> counts) {
        Map<LocalDate, Long> minutes = new TreeMap<>();
        from.datesUntil(until.plusDays(1)).forEach(it -> minutes.put(it, 0L));
        each(clinics, staff, former, from, until, counts, (_, _, day, some) -> minutes.merge(day, some, Long::sum));
        return minutes;
    }

    private static void each(
            Map<ClinicId, Clinic> clinics,
            List<Practitioner> staff,
            List<FormerRota> former,
            LocalDate from,
            LocalDate until,
            BiPredicate<Clinic, LocalDate> counts,
            RotaSink sink) {
        Map<PractitionerId, List<FormerRota>> formerOf = former.stream()
                .sorted(Comparator.comparing(FormerRota::until))
                .collect(Collectors.groupingBy(FormerRota::practitionerId));
        Map<ClinicId, Predicate<LocalDate>> open = new HashMap<>();
        clinics.forEach((id, clinic) -> {
            Predicate<LocalDate> its = open(clinic);
            open.put(id, day -> its.test(day) && counts.test(clinic, day));
        });
        for (Practitioner it : staff) {
            for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
                LocalDate on = day;
                rotasOn(on, it, formerOf.getOrDefault(it.id(), List.of()))
                        .forEach(rota -> sink.add(
                                it.id(),
                                rota.clinicId(),
                                on,
                                isWorked(rota, on, it, open)
                                        ? minutesOf(rota.shifts(), on, ZoneId.of(rota.zone()))
                                        : 0));
            }
        }
    }

    private static boolean isWorked(
            Rota rota, LocalDate day, Practitioner practitioner, Map<ClinicId, Predicate<LocalDate>> open) {
        return open.getOrDefault(rota.clinicId(), _ -> false).test(day)
                && practitioner.absences().stream().noneMatch(away -> away.holds(day, rota.clinicId()));
    }

    /** In each clinic the first of the former ones that still held, else the one of today. */
    private static Collection<Rota> rotasOn(LocalDate day, Practitioner practitioner, List<FormerRota> former) {
        Map<ClinicId, Rota> rotas = new HashMap<>();
        former.stream()
                .filter(it -> day.isBefore(it.until()))
                .forEach(it -> rotas.putIfAbsent(it.rota().clinicId(), it.rota()));
        practitioner.rotas().forEach(it -> rotas.putIfAbsent(it.clinicId(), it));
        return rotas.values();
    }

    /** What runs past midnight is the day's on which it begins. */
    private static long minutesOf(WeeklyHours week, LocalDate day, ZoneId zone) {
        return week.hours().stream()
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
