package io.hairline.launcher.recount;

import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAbsenceWithdrawn;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.wire.WireNames;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The weekly plans as head office has written them down, each from the local day on which it was set.
 *
 * @param closed the days that are closed, by clinic
 * @param over the first day on which a clinic is closed for good, by clinic
 * @param away absences that nobody took back, and what was over of those that somebody did
 */
record RecountedRotas(
        List<Plan> plans, Map<String, Set<LocalDate>> closed, Map<String, LocalDate> over, List<RecordedEvent> away) {

    private static final int MINUTES_OF_A_DAY = 1440;
    private static final String KEPT_UNTIL = "keptUntil";

    private static final Set<String> NEEDED = Stream.of(
                    PractitionerRotaSet.class,
                    PractitionerAway.class,
                    PractitionerAbsenceWithdrawn.class,
                    ClinicDayClosed.class,
                    ClinicDayReopened.class,
                    ClinicClosed.class,
                    ClinicReopened.class)
            .map(WireNames::nameOf)
            .collect(Collectors.toSet());

    /**
     * A practitioner's week in one clinic.
     *
     * @param until the first day on which another one held
     */
    record Plan(RecordedEvent set, LocalDate from, LocalDate until) {

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /** Whether it says something about somebody's time. */
    static boolean needs(RecordedEvent it) {
        return NEEDED.contains(it.type());
    }

    static RecountedRotas of(List<RecordedEvent> headOffice, Map<String, ZoneId> zones) {
        Map<String, List<RecordedEvent>> byPlace = headOffice.stream()
                .filter(it -> it.is(PractitionerRotaSet.class) && zones.containsKey(it.text("clinicId")))
                .collect(Collectors.groupingBy(it -> it.subject() + it.text("clinicId")));
        List<Plan> plans = new ArrayList<>();
        byPlace.values().forEach(its -> plans.addAll(inTurn(its, zones)));
        Map<String, Set<LocalDate>> closed = new HashMap<>();
        Map<String, LocalDate> over = new HashMap<>();
        List<RecordedEvent> away = new ArrayList<>();
        for (RecordedEvent it : headOffice) {
            if (it.is(ClinicDayClosed.class)) {
                closed.computeIfAbsent(it.subject(), _ -> new HashSet<>()).add(LocalDate.parse(it.text("date")));
            } else if (it.is(ClinicDayReopened.class)) {
                closed.getOrDefault(it.subject(), new HashSet<>()).remove(LocalDate.parse(it.text("date")));
            } else if (it.is(ClinicClosed.class)) {
                over.put(it.subject(), LocalDate.parse(it.text("from")));
            } else if (it.is(ClinicReopened.class)) {
                over.remove(it.subject());
            } else if (it.is(PractitionerAway.class)) {
                away.add(it);
            } else if (it.is(PractitionerAbsenceWithdrawn.class)) {
                away.removeIf(absence -> isTakenBackBy(it, absence));
                if (it.data().hasNonNull(KEPT_UNTIL)) {
                    away.add(it);
                }
            }
        }
        return new RecountedRotas(List.copyOf(plans), closed, over, away);
    }

    private static boolean isTakenBackBy(RecordedEvent withdrawal, RecordedEvent absence) {
        return withdrawal.subject().equals(absence.subject())
                && withdrawal.text("from").equals(absence.text("from"))
                && withdrawal.text("until").equals(lastDay(absence))
                && withdrawal.data().path("clinicIds").equals(absence.data().path("clinicIds"));
    }

    /** Of what is left of an absence that was taken back after it had begun, the last day that was over then. */
    private static String lastDay(RecordedEvent absence) {
        return absence.text(absence.data().hasNonNull(KEPT_UNTIL) ? KEPT_UNTIL : "until");
    }

    private static List<Plan> inTurn(List<RecordedEvent> set, Map<String, ZoneId> zones) {
        List<Plan> plans = new ArrayList<>();
        LocalDate until = LocalDate.MAX;
        for (RecordedEvent it : set.reversed()) {
            LocalDate from = LocalDate.ofInstant(it.time(), zones.getOrDefault(it.text("clinicId"), ZoneId.of("UTC")));
            plans.add(new Plan(it, from, until));
            until = from;
        }
        return plans;
    }

    /** By wall time: nobody of the demo works through the hours that the clocks skip or repeat. */
    long minutes(Collection<String> clinics, LocalDate from, LocalDate to) {
        return plans.stream()
                .filter(it -> clinics.contains(it.set().text("clinicId")))
                .mapToLong(plan -> from.datesUntil(to.plusDays(1))
                        .filter(plan::holdsOn)
                        .filter(day -> isWorking(plan.set(), day))
                        .mapToLong(day -> minutes(plan.set(), day.getDayOfWeek()))
                        .sum())
                .sum();
    }

    private boolean isWorking(RecordedEvent plan, LocalDate day) {
        String clinic = plan.text("clinicId");
        return !closed.getOrDefault(clinic, Set.of()).contains(day)
                && day.isBefore(over.getOrDefault(clinic, LocalDate.MAX))
                && away.stream()
                        .filter(it -> it.subject().equals(plan.subject()))
                        .filter(it -> holdsIn(it, clinic))
                        .noneMatch(it -> !day.isBefore(LocalDate.parse(it.text("from")))
                                && !day.isAfter(LocalDate.parse(lastDay(it))));
    }

    private static boolean holdsIn(RecordedEvent absence, String clinic) {
        JsonNode clinics = absence.data().path("clinicIds");
        return !clinics.isArray() || clinics.valueStream().anyMatch(it -> clinic.equals(it.asString()));
    }

    private static long minutes(RecordedEvent plan, DayOfWeek day) {
        long minutes = 0;
        for (JsonNode shift : plan.data().path("shifts")) {
            if (DayOfWeek.valueOf(shift.path("day").asString()) == day) {
                int from = minute(shift.path("from"));
                int until = minute(shift.path("until"));
                minutes += (until > from ? until : until + MINUTES_OF_A_DAY) - from;
            }
        }
        return minutes;
    }

    private static int minute(JsonNode time) {
        return LocalTime.parse(time.asString()).toSecondOfDay() / 60;
    }
}
