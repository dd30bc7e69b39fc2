package io.hairline.headoffice.dashboard.story;

import static io.hairline.headoffice.dashboard.story.Measure.BOOKED_MINUTES;
import static io.hairline.headoffice.dashboard.story.Measure.BOOKINGS;
import static io.hairline.headoffice.dashboard.story.Measure.COLLECTED;
import static io.hairline.headoffice.dashboard.story.Measure.COMPLETED_VISITS;
import static io.hairline.headoffice.dashboard.story.Measure.CONSULTATIONS;
import static io.hairline.headoffice.dashboard.story.Measure.CONSULTATIONS_TO_COURSE;
import static io.hairline.headoffice.dashboard.story.Measure.COURSES_COMPLETED;
import static io.hairline.headoffice.dashboard.story.Measure.COURSES_STARTED;
import static io.hairline.headoffice.dashboard.story.Measure.LATE_CANCELLATIONS;
import static io.hairline.headoffice.dashboard.story.Measure.MESSAGES_SENT;
import static io.hairline.headoffice.dashboard.story.Measure.MESSAGES_STALE;
import static io.hairline.headoffice.dashboard.story.Measure.NO_SHOWS;
import static io.hairline.headoffice.dashboard.story.Measure.REBOOKED_VISITS;
import static io.hairline.headoffice.dashboard.story.Measure.REVENUE;
import static io.hairline.headoffice.dashboard.story.Measure.SESSIONS;
import static io.hairline.headoffice.dashboard.story.Measure.TOUCH_UPS_BOOKED;
import static io.hairline.headoffice.dashboard.story.Measure.TOUCH_UPS_FALLEN_DUE;
import static io.hairline.headoffice.dashboard.story.Measure.TOUCH_UPS_OPEN;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.headoffice.dashboard.story.Fact.Consulted;
import io.hairline.headoffice.dashboard.story.Fact.CourseDone;
import io.hairline.headoffice.dashboard.story.Fact.CourseMade;
import io.hairline.headoffice.dashboard.story.Fact.Message;
import io.hairline.headoffice.dashboard.story.Fact.MoneyMoved;
import io.hairline.headoffice.dashboard.story.Fact.Planned;
import io.hairline.headoffice.dashboard.story.Fact.Stage;
import io.hairline.headoffice.dashboard.story.Fact.TouchUp;
import io.hairline.headoffice.dashboard.story.Fact.Treated;
import io.hairline.headoffice.dashboard.story.Fact.Turn;
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
final class Tally {

    private static final Duration COURSE_TIME = Duration.ofDays(90);

    private final Story story;
    private final Map<String, Visit> visits;
    private final Cells cells = new Cells();

    private Tally(Story story) {
        this.story = story;
        this.visits = story.visits().stream().collect(Collectors.toMap(Visit::of, Function.identity()));
    }

    static Cells of(Story story) {
        Tally tally = new Tally(story);
        tally.visits.values().forEach(tally::visit);
        story.all(Treated.class).forEach(tally::treated);
        story.all(MoneyMoved.class).forEach(tally::money);
        tally.consultations();
        tally.courses();
        story.each(TouchUp.class).values().forEach(tally::touchUp);
        story.each(Message.class).values().forEach(tally::message);
        return tally.cells;
    }

    private void visit(Visit visit) {
        visit.turns().stream()
                .filter(Turn::booked)
                .forEach(it -> cells.add(it.clinicId(), it.localDayOf(it.at()), BOOKINGS));
        Turn now = visit.now();
        if (now.standing().alive()) {
            cells.add(new Cells.Place(now.clinicId(), now.day()), BOOKED_MINUTES.name(), now.minutes());
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
            cells.add(new Cells.Place(it.clinicId(), it.day()), REVENUE.in(it.currency()), it.minorUnits());
        }
    }

    private void money(MoneyMoved it) {
        cells.add(new Cells.Place(it.clinicId(), it.day()), COLLECTED.in(it.currency()), it.minorUnits());
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
            Optional<Visit> about = Optional.ofNullable(sent.appointmentId()).map(it -> visits.get(it.value()));
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
    private static boolean isStale(Visit visit, Message message, Instant due) {
        Optional<Turn> written = visit.atVersion(message.appointmentVersion());
        Optional<Turn> atDue = visit.before(due).filter(it -> it.version() > message.appointmentVersion());
        return written.isPresent() && atDue.isPresent() && !written.get().promisesTheSameAs(atDue.get());
    }

    private static Optional<Cells.Place> placeOf(Message sent, Optional<Visit> about) {
        ClinicId clinic = sent.clinicId();
        if (clinic != null && sent.day() != null) {
            return Optional.of(new Cells.Place(clinic, sent.day()));
        }
        return about.map(it -> it.turns().getFirst())
                .map(it -> new Cells.Place(it.clinicId(), it.localDayOf(sent.moment())));
    }
}
