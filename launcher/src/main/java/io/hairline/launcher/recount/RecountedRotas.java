package io.hairline.launcher.recount;

import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The weekly plans as head office has written them down, each from the local day on which it was set. */
record RecountedRotas(List<Plan> plans, List<Line> closed, List<Line> away) {

    private static final int MINUTES_OF_A_DAY = 1440;

    /**
     * A practitioner's week in one clinic.
     *
     * @param until the first day on which another one held
     */
    record Plan(Line set, LocalDate from, LocalDate until) {

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /** Whether it says something about somebody's time. */
    static boolean needs(Line it) {
        return it.is(PractitionerRotaSet.class) || it.is(ClinicDayClosed.class) || it.is(PractitionerAway.class);
    }

    static RecountedRotas of(List<Line> headOffice, Map<String, ZoneId> zones) {
        Map<String, List<Line>> byPlace = headOffice.stream()
                .filter(it -> it.is(PractitionerRotaSet.class) && zones.containsKey(it.text("clinicId")))
                .collect(Collectors.groupingBy(it -> it.subject() + it.text("clinicId")));
        List<Plan> plans = new ArrayList<>();
        byPlace.values().forEach(its -> plans.addAll(inTurn(its, zones)));
        return new RecountedRotas(
                List.copyOf(plans),
                headOffice.stream().filter(it -> it.is(ClinicDayClosed.class)).toList(),
                headOffice.stream().filter(it -> it.is(PractitionerAway.class)).toList());
    }

    private static List<Plan> inTurn(List<Line> set, Map<String, ZoneId> zones) {
        List<Plan> plans = new ArrayList<>();
        LocalDate until = LocalDate.MAX;
        for (Line it : set.reversed()) {
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

    private boolean isWorking(Line plan, LocalDate day) {
        return closed.stream()
                        .filter(it -> it.subject().equals(plan.text("clinicId")))
                        .noneMatch(it -> LocalDate.parse(it.text("date")).equals(day))
                && away.stream()
                        .filter(it -> it.subject().equals(plan.subject()))
                        .filter(it -> holdsIn(it, plan.text("clinicId")))
                        .noneMatch(it -> !day.isBefore(LocalDate.parse(it.text("from")))
                                && !day.isAfter(LocalDate.parse(it.text("until"))));
    }

    private static boolean holdsIn(Line absence, String clinic) {
        JsonNode clinics = absence.data().path("clinicIds");
        return !clinics.isArray() || clinics.valueStream().anyMatch(it -> clinic.equals(it.asString()));
    }

    private static long minutes(Line plan, DayOfWeek day) {
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
