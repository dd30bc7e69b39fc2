package io.hairline.headoffice.dashboard.projection;

import static io.hairline.headoffice.dashboard.projection.Measure.CONSULTATIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.CONSULTATIONS_TO_COURSE;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_COMPLETED;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_FINISHED;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_STARTED;
import static io.hairline.headoffice.dashboard.projection.Measure.EARLY_TOUCH_UPS;
import static io.hairline.headoffice.dashboard.projection.Measure.REVENUE;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSIONS_WITH_CONSENT;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSIONS_WITH_LOTS;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSION_GAPS;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSION_GAPS_IN_WINDOW;

import io.hairline.contracts.CourseId;
import io.hairline.headoffice.dashboard.projection.Fact.AppointmentChange;
import io.hairline.headoffice.dashboard.projection.Fact.Consented;
import io.hairline.headoffice.dashboard.projection.Fact.Consulted;
import io.hairline.headoffice.dashboard.projection.Fact.CourseDone;
import io.hairline.headoffice.dashboard.projection.Fact.CourseMade;
import io.hairline.headoffice.dashboard.projection.Fact.Planned;
import io.hairline.headoffice.dashboard.projection.Fact.Standing;
import io.hairline.headoffice.dashboard.projection.Fact.Treated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client's sessions, consultations and courses add to the sums. */
final class CourseTotals {

    private static final Duration COURSE_TIME = Duration.ofDays(90);

    /** How soon after a course a touch-up says something about the work. */
    private static final Period EARLY = Period.ofMonths(12);

    private static final String TOUCH_UP_CODE = "TOUCH_UP";

    private final ClientFacts client;
    private final Map<String, AppointmentFacts> visits;
    private final Contributions contributions;

    CourseTotals(ClientFacts client, Map<String, AppointmentFacts> visits, Contributions contributions) {
        this.client = client;
        this.visits = visits;
        this.contributions = contributions;
    }

    void treated(Treated it) {
        contributions.count(it.clinicId(), it.day(), SESSIONS, it);
        if (it.practitionerId() != null) {
            contributions.add(new Contribution(it.clinicId(), it.day(), it.practitionerId(), SESSIONS.name(), 1, it));
        }
        if (it.currency() != null) {
            contributions.add(it.clinicId(), it.day(), REVENUE.in(it.currency()), it.minorUnits(), it);
        }
        if (it.namesLots()) {
            contributions.count(it.clinicId(), it.day(), SESSIONS_WITH_LOTS, it);
        }
        if (hadConsented(it.at())) {
            contributions.count(it.clinicId(), it.day(), SESSIONS_WITH_CONSENT, it);
        }
    }

    /** Who takes back a consent takes back all that was signed before. */
    private boolean hadConsented(Instant at) {
        return client.all(Consented.class)
                .filter(it -> !it.at().isAfter(at))
                .max(Comparator.comparing(Consented::at).thenComparing(Consented::withdrawn))
                .filter(it -> !it.withdrawn())
                .isPresent();
    }

    void consultations() {
        Set<String> booked =
                client.all(CourseMade.class).map(it -> it.planId().value()).collect(Collectors.toSet());
        Set<String> led = client.all(Planned.class)
                .filter(it -> booked.contains(it.of()))
                .map(it -> it.consultationAppointmentId().value())
                .collect(Collectors.toSet());
        client.all(Consulted.class).forEach(it -> {
            contributions.count(it.clinicId(), it.day(), CONSULTATIONS, it);
            if (led.contains(it.appointmentId().value())) {
                contributions.count(it.clinicId(), it.day(), CONSULTATIONS_TO_COURSE, it);
            }
        });
    }

    void courses() {
        Map<CourseId, List<Treated>> sessions = client.all(Treated.class)
                .filter(it -> it.courseId() != null)
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.courseId())));
        sessions.forEach((course, done) -> {
            Treated first = done.stream()
                    .min(Comparator.comparing(Treated::at).thenComparing(Treated::of))
                    .orElseThrow();
            contributions.count(first.clinicId(), first.day(), COURSES_STARTED, first);
            gaps(done);
            Instant until = first.at().plus(COURSE_TIME);
            client.all(CourseDone.class)
                    .filter(it -> course.equals(it.courseId()) && !it.at().isAfter(until))
                    .findFirst()
                    .ifPresent(it -> contributions.count(first.clinicId(), first.day(), COURSES_COMPLETED, it));
            client.all(CourseDone.class)
                    .filter(it -> course.equals(it.courseId()))
                    .findFirst()
                    .ifPresent(it -> finished(it, done));
        });
    }

    /** A course counts where and when its last session was, and so does the first touch-up of the year after it. */
    private void finished(CourseDone it, List<Treated> sessions) {
        Treated last = sessions.stream()
                .max(Comparator.comparing(Treated::at).thenComparing(Treated::of))
                .orElseThrow();
        contributions.count(last.clinicId(), last.day(), COURSES_FINISHED, it);
        LocalDate until = last.day().plus(EARLY);
        visits.values().stream()
                .map(AppointmentFacts::now)
                .filter(change -> change.standing() == Standing.COMPLETED
                        && change.serviceCode().equals(TOUCH_UP_CODE))
                .filter(change ->
                        change.startsAt().isAfter(it.at()) && change.day().isBefore(until))
                .min(Comparator.comparing(AppointmentChange::startsAt).thenComparing(AppointmentChange::of))
                .ifPresent(change -> contributions.count(last.clinicId(), last.day(), EARLY_TOUCH_UPS, change));
    }

    /** A gap counts where and when the later session was. */
    private void gaps(List<Treated> sessions) {
        List<Treated> inOrder = sessions.stream()
                .sorted(Comparator.comparing(Treated::at).thenComparing(Treated::of))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            Treated later = inOrder.get(i);
            long days = ChronoUnit.DAYS.between(inOrder.get(i - 1).day(), later.day());
            contributions.count(later.clinicId(), later.day(), SESSION_GAPS, later);
            if (later.isWellSpaced(days)) {
                contributions.count(later.clinicId(), later.day(), SESSION_GAPS_IN_WINDOW, later);
            }
        }
    }
}
