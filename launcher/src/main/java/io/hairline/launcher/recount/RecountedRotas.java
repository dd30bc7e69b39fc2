package io.hairline.launcher.recount;

import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The weekly plans that hold now, as head office has written them down. */
record RecountedRotas(Collection<Line> plans, List<Line> closed, List<Line> away) {

    private static final int MINUTES_OF_A_DAY = 1440;

    static RecountedRotas of(List<Line> headOffice) {
        Map<String, Line> plans = new TreeMap<>();
        headOffice.stream()
                .filter(it -> it.is(PractitionerRotaSet.class))
                .forEach(it -> plans.put(it.subject() + it.text("clinicId"), it));
        return new RecountedRotas(
                plans.values(),
                headOffice.stream().filter(it -> it.is(ClinicDayClosed.class)).toList(),
                headOffice.stream().filter(it -> it.is(PractitionerAway.class)).toList());
    }

    /** By wall time: nobody of the demo works through the hours that the clocks skip or repeat. */
    long minutes(Collection<String> clinics, LocalDate from, LocalDate to) {
        return plans.stream()
                .filter(it -> clinics.contains(it.text("clinicId")))
                .mapToLong(plan -> from.datesUntil(to.plusDays(1))
                        .filter(day -> isWorking(plan, day))
                        .mapToLong(day -> minutes(plan, day.getDayOfWeek()))
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
