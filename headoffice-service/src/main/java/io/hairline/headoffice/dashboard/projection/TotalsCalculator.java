package io.hairline.headoffice.dashboard.projection;

import static io.hairline.headoffice.dashboard.projection.Measure.BOOKED_MINUTES;
import static io.hairline.headoffice.dashboard.projection.Measure.BOOKINGS;
import static io.hairline.headoffice.dashboard.projection.Measure.COLLECTED;
import static io.hairline.headoffice.dashboard.projection.Measure.COMPLETED_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.CONSULTATIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.CONSULTATIONS_TO_COURSE;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_COMPLETED;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_STARTED;
import static io.hairline.headoffice.dashboard.projection.Measure.LATE_CANCELLATIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_SENT;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_STALE;
import static io.hairline.headoffice.dashboard.projection.Measure.NO_SHOWS;
import static io.hairline.headoffice.dashboard.projection.Measure.REBOOKED_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.REVENUE;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_BOOKED;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_FALLEN_DUE;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_OPEN;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.headoffice.dashboard.projection.Fact.Consulted;
import io.hairline.headoffice.dashboard.projection.Fact.CourseDone;
import io.hairline.headoffice.dashboard.projection.Fact.CourseMade;
import io.hairline.headoffice.dashboard.projection.Fact.Message;
import io.hairline.headoffice.dashboard.projection.Fact.MoneyMoved;
import io.hairline.headoffice.dashboard.projection.Fact.Planned;
import io.hairline.headoffice.dashboard.projection.Fact.Stage;
import io.hairline.headoffice.dashboard.projection.Fact.TouchUp;
import io.hairline.headoffice.dashboard.projection.Fact.Treated;
import io.hairline.headoffice.dashboard.projection.Fact.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one client's story adds to the sums: a function of her facts and of nothing else. */
final class TotalsCalculator {

    private static final Duration COURSE_TIME = Duration.ofDays(90);

    private final ClientFacts story;
    private final Map<String, AppointmentFacts> visits;
    private final DailyTotalsStore cells = new DailyTotalsStore();

    private TotalsCalculator(ClientFacts story) {
        this.story = story;
        this.visits = story.visits().stream().collect(Collectors.toMap(AppointmentFacts::of, Function.identity()));
    }

    static DailyTotalsStore of(ClientFacts story) {
        TotalsCalculator totals = new TotalsCalculator(story);
        totals.visits.values().forEach(totals::visit);
        story.all(Treated.class).forEach(totals::treated);
        story.all(MoneyMoved.class).forEach(totals::money);
        totals.consultations();
        totals.courses();
        story.each(TouchUp.class).values().forEach(totals::touchUp);
        story.each(Message.class).values().forEach(totals::message);
        return totals.cells;
    }

    private void visit(AppointmentFacts visit) {
        visit.turns().stream()
                .filter(Turn::booked)
                .forEach(it -> cells.add(it.clinicId(), it.localDayOf(it.at()), BOOKINGS));
        Turn now = visit.now();
        if (now.standing().alive()) {
            cells.add(new DailyTotalsStore.Place(now.clinicId(), now.day()), BOOKED_MINUTES.name(), now.minutes());
        }
        switch (now.standing()) {
            case COMPLETED -> completed(now);
            case NO_SHOW -> cells.add(now.clinicId(), now.day(), NO_SHOWS);
            case CANCELLED_LATE -> cells.add(now.clinicId(), now.day(), LATE_CANCELLATIONS);
            case CONFIRMED, CHECKED_IN, IN_CHAIR, CANCELLED -> {}
        }
    }

    private void completed(Turn visit) {
        cells.add(visit.clinicId(), visit.day(), COMPLETED_VISITS);
        boolean rebooked = visits.values().stream()
                .filter(it -> !it.of().equals(visit.of()))
                .flatMap(it -> it.before(visit.endOfDay()).stream())
                .anyMatch(it -> it.standing().alive() && it.startsAt().isAfter(visit.startsAt()));
        if (rebooked) {
            cells.add(visit.clinicId(), visit.day(), REBOOKED_VISITS);
        }
    }

    private void treated(Treated it) {
        cells.add(it.clinicId(), it.day(), SESSIONS);
        if (it.currency() != null) {
            cells.add(new DailyTotalsStore.Place(it.clinicId(), it.day()), REVENUE.in(it.currency()), it.minorUnits());
        }
    }

    private void money(MoneyMoved it) {
        cells.add(new DailyTotalsStore.Place(it.clinicId(), it.day()), COLLECTED.in(it.currency()), it.minorUnits());
    }

    private void consultations() {
        Set<String> booked =
                story.all(CourseMade.class).map(it -> it.planId().value()).collect(Collectors.toSet());
        Set<String> led = story.all(Planned.class)
                .filter(it -> booked.contains(it.of()))
                .map(it -> it.consultationAppointmentId().value())
                .collect(Collectors.toSet());
        story.all(Consulted.class).forEach(it -> {
            cells.add(it.clinicId(), it.day(), CONSULTATIONS);
            if (led.contains(it.appointmentId().value())) {
                cells.add(it.clinicId(), it.day(), CONSULTATIONS_TO_COURSE);
            }
        });
    }

    private void courses() {
        Map<CourseId, List<Treated>> sessions = story.all(Treated.class)
                .filter(it -> it.courseId() != null)
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.courseId())));
        sessions.forEach((course, done) -> {
            Treated first = done.stream()
                    .min(Comparator.comparing(Treated::at).thenComparing(Treated::of))
                    .orElseThrow();
            cells.add(first.clinicId(), first.day(), COURSES_STARTED);
            Instant until = first.at().plus(COURSE_TIME);
            if (story.all(CourseDone.class)
                    .anyMatch(it -> course.equals(it.courseId()) && !it.at().isAfter(until))) {
                cells.add(first.clinicId(), first.day(), COURSES_COMPLETED);
            }
        });
    }

    private void touchUp(Collection<TouchUp> steps) {
        Optional<TouchUp> due =
                steps.stream().filter(it -> it.stage() == Stage.DUE).findFirst();
        Stage now = steps.stream().reduce((_, later) -> later).orElseThrow().stage();
        due.ifPresent(it -> {
            LocalDate day = Objects.requireNonNull(it.due());
            cells.add(it.clinicId(), day, TOUCH_UPS_FALLEN_DUE);
            switch (now) {
                case DUE, REOPENED -> cells.add(it.clinicId(), day, TOUCH_UPS_OPEN);
                case BOOKED -> cells.add(it.clinicId(), day, TOUCH_UPS_BOOKED);
                case CLOSED -> {}
            }
        });
    }

    private void message(Collection<Message> steps) {
        Optional<Instant> due =
                steps.stream().filter(it -> !it.sent()).map(Message::moment).reduce((_, later) -> later);
        steps.stream().filter(Message::sent).findFirst().ifPresent(sent -> {
            Optional<AppointmentFacts> about =
                    Optional.ofNullable(sent.appointmentId()).map(it -> visits.get(it.value()));
            boolean stale = about.isPresent() && due.isPresent() && isStale(about.get(), sent, due.get());
            placeOf(sent, about).ifPresent(it -> {
                cells.add(it, MESSAGES_SENT.name(), 1);
                if (stale) {
                    cells.add(it, MESSAGES_STALE.name(), 1);
                }
            });
        });
    }

    /** What it was written for had changed before it was due. */
    private static boolean isStale(AppointmentFacts visit, Message message, Instant due) {
        Optional<Turn> written = visit.atVersion(message.appointmentVersion());
        Optional<Turn> atDue = visit.before(due).filter(it -> it.version() > message.appointmentVersion());
        return written.isPresent() && atDue.isPresent() && !written.get().promisesTheSameAs(atDue.get());
    }

    private static Optional<DailyTotalsStore.Place> placeOf(Message sent, Optional<AppointmentFacts> about) {
        ClinicId clinic = sent.clinicId();
        if (clinic != null && sent.day() != null) {
            return Optional.of(new DailyTotalsStore.Place(clinic, sent.day()));
        }
        return about.map(it -> it.turns().getFirst())
                .map(it -> new DailyTotalsStore.Place(it.clinicId(), it.localDayOf(sent.moment())));
    }
}
