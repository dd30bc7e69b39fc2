package io.hairline.launcher.recount;

import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.treatment.TreatmentEvent.CourseCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpClosed;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpReopened;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers of courses and the touch-ups after them.
 *
 * @param ofCourses the sessions done of each course, by the course's id
 */
record CourseTiles(
        RecountScope scope,
        List<RecordedEvent> treatment,
        RecountedVisits visits,
        RecountedPolicies policies,
        Map<String, List<RecordedEvent>> ofCourses) {

    private static final Duration COURSE_TIME = Duration.ofDays(90);
    private static final Comparator<RecordedEvent> BY_TIME = Comparator.comparing(
                    (RecordedEvent it) -> it.instant("completedAt"))
            .thenComparing(RecordedEvent::subject);

    static CourseTiles of(
            RecountScope scope, List<RecordedEvent> treatment, RecountedVisits visits, RecountedPolicies policies) {
        return new CourseTiles(
                scope,
                treatment,
                visits,
                policies,
                RecordedEvent.all(treatment, SessionCompleted.class)
                        .filter(it -> !it.text("courseId").isEmpty())
                        .collect(Collectors.groupingBy(it -> it.text("courseId"))));
    }

    void into(Tiles tiles) {
        courses(tiles);
        gaps(tiles);
        touchUps(tiles);
        earlyTouchUps(tiles);
    }

    private void courses(Tiles tiles) {
        Map<String, Instant> done = RecordedEvent.all(treatment, CourseCompleted.class)
                .collect(Collectors.toMap(it -> it.text("courseId"), it -> it.instant("completedAt")));
        List<RecordedEvent> begun = ofCourses.values().stream()
                .map(it -> Collections.min(it, BY_TIME))
                .filter(it -> scope.has(it.text("clinicId"), it.instant("completedAt")))
                .toList();
        long inTime = begun.stream()
                .filter(it -> !done.getOrDefault(it.text("courseId"), Instant.MAX)
                        .isAfter(it.instant("completedAt").plus(COURSE_TIME)))
                .count();
        tiles.rate("courseCompletion", inTime, begun.size());
    }

    private void gaps(Tiles tiles) {
        long gaps = 0;
        long inWindow = 0;
        for (List<RecordedEvent> unordered : ofCourses.values()) {
            List<RecordedEvent> sessions = unordered.stream().sorted(BY_TIME).toList();
            for (int i = 1; i < sessions.size(); i++) {
                if (scope.has(sessions.get(i).text("clinicId"), sessions.get(i).instant("completedAt"))) {
                    long days = ChronoUnit.DAYS.between(scope.dayOf(sessions.get(i - 1)), scope.dayOf(sessions.get(i)));
                    gaps++;
                    inWindow += isWellSpaced(sessions.get(i), days) ? 1 : 0;
                }
            }
        }
        tiles.rate("spacingCompliance", inWindow, gaps);
    }

    private boolean isWellSpaced(RecordedEvent session, long days) {
        HealingRule rule =
                policies.healing(session.text("clinicId"), scope.dayOf(session), session.instant("completedAt"));
        return days >= rule.minDays() && days <= rule.warnAfterDays();
    }

    private void touchUps(Tiles tiles) {
        Map<String, RecordedEvent> now = new TreeMap<>();
        treatment.stream()
                .filter(it -> Stream.of(
                                TouchUpDue.class, TouchUpBooked.class, TouchUpReopened.class, TouchUpClosed.class)
                        .anyMatch(it::is))
                .forEach(it -> now.put(it.subject(), it));
        List<RecordedEvent> fallenDue = RecordedEvent.all(treatment, TouchUpDue.class)
                .filter(it -> scope.has(it.text("clinicId")) && scope.has(LocalDate.parse(it.text("due"))))
                .toList();
        tiles.count(
                "touchUpsDue",
                fallenDue.stream()
                        .map(it -> Objects.requireNonNull(now.get(it.subject())))
                        .filter(it -> it.is(TouchUpDue.class) || it.is(TouchUpReopened.class))
                        .count());
        long converted = fallenDue.stream()
                .filter(it -> isConverted(it, Objects.requireNonNull(now.get(it.subject()))))
                .count();
        tiles.rate("touchUpConversion", converted, fallenDue.size());
    }

    private static boolean isConverted(RecordedEvent due, RecordedEvent now) {
        return now.is(TouchUpClosed.class)
                && "TREATED".equals(now.text("reasonCode"))
                && !now.time().isAfter(due.time().plus(Duration.ofDays(180)));
    }

    private void earlyTouchUps(Tiles tiles) {
        List<RecordedEvent> finished = RecordedEvent.all(treatment, CourseCompleted.class)
                .filter(it -> lastSession(it.text("courseId"))
                        .filter(last -> scope.has(last.text("clinicId"), last.instant("completedAt")))
                        .isPresent())
                .toList();
        tiles.rate(
                "earlyTouchUps",
                finished.stream().filter(this::hadAnEarlyTouchUp).count(),
                finished.size());
    }

    private Optional<RecordedEvent> lastSession(String course) {
        return ofCourses.getOrDefault(course, List.of()).stream().max(BY_TIME);
    }

    private boolean hadAnEarlyTouchUp(RecordedEvent course) {
        Instant done = course.instant("completedAt");
        LocalDate until = lastSession(course.text("courseId"))
                .map(scope::dayOf)
                .orElse(LocalDate.MIN)
                .plusMonths(12);
        return visits.of(course.text("clientId"))
                .filter(it -> it.is(AppointmentCompleted.class)
                        && it.text("slot", "serviceCode").equals("TOUCH_UP"))
                .filter(it -> Instant.parse(it.text("slot", "startsAt")).isAfter(done))
                .anyMatch(it -> RecountedVisits.day(it).isBefore(until));
    }
}
