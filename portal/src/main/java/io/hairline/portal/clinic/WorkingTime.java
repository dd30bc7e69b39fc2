package io.hairline.portal.clinic;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Clinic.Hours;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a practitioner works in a clinic on one of its local days.
 *
 * @param stretches in minutes of the day; empty on a day off
 */
record WorkingTime(String practitionerId, String name, List<Stretch> stretches, boolean absent) {

    private static final int MIDNIGHT = 24 * 60;

    /** From inclusive, until exclusive, in minutes since midnight by the clinic's clock. */
    record Stretch(int from, int until) {
        boolean contains(int minute) {
            return minute >= from && minute < until;
        }
    }

    /** What head office knows of a practitioner's time; missing where the reader may not see it. */
    record Plan(@Nullable List<Rota> rota, @Nullable List<Absence> absences) {}

    record Rota(String clinicId, List<Hours> shifts) {}

    record Absence(
            LocalDate from, LocalDate until, @Nullable String reasonCode) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    boolean contains(int minute) {
        return stretches.stream().anyMatch(it -> it.contains(minute));
    }

    /** Without a plan the clinic's opening hours stand for it. */
    static WorkingTime of(String practitioner, String name, @Nullable Plan plan, Clinic clinic, LocalDate day) {
        List<Stretch> open = clinic.closed().contains(day) ? List.of() : on(day, clinic.hours());
        if (plan == null || plan.rota() == null) {
            return new WorkingTime(practitioner, name, open, false);
        }
        boolean absent = Objects.requireNonNullElse(plan.absences(), List.<Absence>of()).stream()
                .anyMatch(it -> it.covers(day));
        List<Stretch> shifts = plan.rota().stream()
                .filter(it -> it.clinicId().equals(clinic.id()))
                .flatMap(it -> on(day, it.shifts()).stream())
                .toList();
        List<Stretch> working = absent
                ? List.of()
                : shifts.stream().flatMap(it -> within(it, open)).toList();
        return new WorkingTime(practitioner, name, working, absent);
    }

    /** What falls on the day: its own stretches until midnight, and the end of those of the night before. */
    private static List<Stretch> on(LocalDate day, List<Hours> hours) {
        Stream<Stretch> own = hours.stream()
                .filter(it -> it.day() == day.getDayOfWeek())
                .map(it -> new Stretch(it.fromMinute(), Math.min(it.untilMinute(), MIDNIGHT)));
        Stream<Stretch> nightBefore = hours.stream()
                .filter(it -> it.day() == day.minusDays(1).getDayOfWeek() && it.untilMinute() > MIDNIGHT)
                .map(it -> new Stretch(0, it.untilMinute() - MIDNIGHT));
        return Stream.concat(nightBefore, own).toList();
    }

    private static Stream<Stretch> within(Stretch shift, List<Stretch> open) {
        return open.stream()
                .map(it -> new Stretch(Math.max(it.from(), shift.from()), Math.min(it.until(), shift.until())))
                .filter(it -> it.from() < it.until());
    }
}
