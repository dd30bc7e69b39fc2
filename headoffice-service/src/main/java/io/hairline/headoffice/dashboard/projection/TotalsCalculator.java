package io.hairline.headoffice.dashboard.projection;

import static io.hairline.headoffice.dashboard.projection.Measure.ADVERSE_EVENTS;
import static io.hairline.headoffice.dashboard.projection.Measure.AFTER_COURSE_REBOOKED;
import static io.hairline.headoffice.dashboard.projection.Measure.AFTER_COURSE_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.BOOKED_MINUTES;
import static io.hairline.headoffice.dashboard.projection.Measure.BOOKINGS;
import static io.hairline.headoffice.dashboard.projection.Measure.COLLECTED;
import static io.hairline.headoffice.dashboard.projection.Measure.COMPLETED_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.CONSULTATIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.CONSULTATIONS_TO_COURSE;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_COMPLETED;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_FINISHED;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_STARTED;
import static io.hairline.headoffice.dashboard.projection.Measure.EARLY_TOUCH_UPS;
import static io.hairline.headoffice.dashboard.projection.Measure.FREED_TIMES;
import static io.hairline.headoffice.dashboard.projection.Measure.IN_COURSE_REBOOKED;
import static io.hairline.headoffice.dashboard.projection.Measure.IN_COURSE_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.LATE_CANCELLATIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.LEAD_DAYS;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_DELIVERED;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_SENT;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_STALE;
import static io.hairline.headoffice.dashboard.projection.Measure.NO_SHOWS;
import static io.hairline.headoffice.dashboard.projection.Measure.NO_SHOW_MINUTES;
import static io.hairline.headoffice.dashboard.projection.Measure.REBOOKED_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.REFILLED_TIMES;
import static io.hairline.headoffice.dashboard.projection.Measure.REVENUE;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSIONS_WITH_CONSENT;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSIONS_WITH_LOTS;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSION_GAPS;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSION_GAPS_IN_WINDOW;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_FALLEN_DUE;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_OPEN;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_TREATED;
import static io.hairline.headoffice.dashboard.projection.Measure.WAITLIST_SAVED;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.headoffice.dashboard.projection.Fact.AdverseEvent;
import io.hairline.headoffice.dashboard.projection.Fact.Consented;
import io.hairline.headoffice.dashboard.projection.Fact.Consulted;
import io.hairline.headoffice.dashboard.projection.Fact.CourseDone;
import io.hairline.headoffice.dashboard.projection.Fact.CourseMade;
import io.hairline.headoffice.dashboard.projection.Fact.Delivered;
import io.hairline.headoffice.dashboard.projection.Fact.DiaryTime;
import io.hairline.headoffice.dashboard.projection.Fact.Message;
import io.hairline.headoffice.dashboard.projection.Fact.MoneyMoved;
import io.hairline.headoffice.dashboard.projection.Fact.Planned;
import io.hairline.headoffice.dashboard.projection.Fact.Stage;
import io.hairline.headoffice.dashboard.projection.Fact.Standing;
import io.hairline.headoffice.dashboard.projection.Fact.TouchUp;
import io.hairline.headoffice.dashboard.projection.Fact.Treated;
import io.hairline.headoffice.dashboard.projection.Fact.Turn;
import io.hairline.headoffice.dashboard.projection.Fact.WaitlistSaved;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one client's facts add to the sums: a function of these facts and of nothing else. */
final class TotalsCalculator {

    private static final Duration COURSE_TIME = Duration.ofDays(90);
    /** How long after it fell due a treated touch-up still counts as converted. */
    private static final Duration TOUCH_UP_TIME = Duration.ofDays(180);

    /** How soon after a course a touch-up says something about the work. */
    private static final Period EARLY = Period.ofMonths(12);

    private static final String SESSION = "SESSION_";
    /** What a plan may have among its numbered sessions. */
    private static final Set<String> BESIDE_THE_NUMBERED = Set.of("SCAR", "DENSITY");

    private static final String TOUCH_UP_CODE = "TOUCH_UP";

    private final ClientFacts client;
    private final Map<String, AppointmentFacts> visits;
    private final List<Contribution> contributions = new ArrayList<>();

    private TotalsCalculator(ClientFacts client) {
        this.client = client;
        this.visits = client.visits().stream().collect(Collectors.toMap(AppointmentFacts::of, Function.identity()));
    }

    static DailyTotalsStore of(ClientFacts client) {
        return sum(contributions(client));
    }

    static DailyTotalsStore sum(List<Contribution> contributions) {
        DailyTotalsStore sums = new DailyTotalsStore();
        contributions.forEach(it -> sums.add(it.place(), it.sum(), it.amount()));
        return sums;
    }

    static List<Contribution> contributions(ClientFacts client) {
        TotalsCalculator totals = new TotalsCalculator(client);
        totals.visits.values().forEach(totals::visit);
        client.all(Treated.class).forEach(totals::treated);
        client.all(AdverseEvent.class).forEach(it -> totals.count(it.clinicId(), it.day(), ADVERSE_EVENTS, it));
        client.all(MoneyMoved.class).forEach(totals::money);
        client.all(WaitlistSaved.class).forEach(it -> totals.count(it.clinicId(), it.day(), WAITLIST_SAVED, it));
        totals.refilled();
        totals.consultations();
        totals.courses();
        client.each(TouchUp.class).values().forEach(totals::touchUp);
        client.each(Message.class).values().forEach(totals::message);
        return totals.contributions;
    }

    private void count(ClinicId clinic, LocalDate day, Measure measure, Fact cause) {
        add(clinic, day, measure.name(), 1, cause);
    }

    private void add(ClinicId clinic, LocalDate day, String key, long amount, Fact cause) {
        contributions.add(new Contribution(clinic, day, null, key, amount, cause));
    }

    /** For the clinic, the practitioner, and the chair where it is known. */
    private void countVisit(Turn visit, LocalDate day, Measure measure, long amount) {
        add(visit.clinicId(), day, measure.name(), amount, visit);
        Stream.of(Optional.of(visit.practitionerId()), Optional.ofNullable(visit.chairId()))
                .flatMap(Optional::stream)
                .forEach(it ->
                        contributions.add(new Contribution(visit.clinicId(), day, it, measure.name(), amount, visit)));
    }

    private void visit(AppointmentFacts visit) {
        visit.turns().stream().filter(Turn::booked).forEach(this::booked);
        freed(visit);
        Turn now = visit.now();
        if (now.standing().alive()) {
            countVisit(now, now.day(), BOOKED_MINUTES, now.minutes());
        }
        switch (now.standing()) {
            case COMPLETED -> completed(now);
            case NO_SHOW -> {
                countVisit(now, now.day(), NO_SHOWS, 1);
                countVisit(now, now.day(), NO_SHOW_MINUTES, now.minutes());
            }
            case CANCELLED_LATE -> countVisit(now, now.day(), LATE_CANCELLATIONS, 1);
            case CONFIRMED, CHECKED_IN, IN_CHAIR, CANCELLED -> {}
        }
    }

    /** A time is freed by each cancellation and each move before it began, where and when it was. */
    private void freed(AppointmentFacts visit) {
        for (int i = 1; i < visit.turns().size(); i++) {
            Turn before = visit.turns().get(i - 1);
            Turn after = visit.turns().get(i);
            boolean gone = after.standing() == Standing.CANCELLED
                    || after.standing() == Standing.CANCELLED_LATE
                    || (after.standing().alive()
                            && !(after.startsAt().equals(before.startsAt())
                                    && after.clinicId().equals(before.clinicId())));
            if (before.standing().alive() && gone && after.at().isBefore(before.startsAt())) {
                count(before.clinicId(), before.day(), FREED_TIMES, after);
            }
        }
    }

    /** A freed time counts once, by the first appointment that took it again. */
    private void refilled() {
        client.all(DiaryTime.class)
                .filter(it -> !it.taken())
                .forEach(left -> client.all(DiaryTime.class)
                        .filter(it -> it.refills(left))
                        .min(Comparator.comparing(DiaryTime::at).thenComparing(DiaryTime::of))
                        .ifPresent(_ -> count(left.clinicId(), left.day(), REFILLED_TIMES, left)));
    }

    private void booked(Turn it) {
        LocalDate made = it.localDayOf(it.at());
        countVisit(it, made, BOOKINGS, 1);
        long ahead = ChronoUnit.DAYS.between(made, it.day());
        if (ahead != 0) {
            add(it.clinicId(), made, LEAD_DAYS.name(), ahead, it);
        }
    }

    private void completed(Turn visit) {
        countVisit(visit, visit.day(), COMPLETED_VISITS, 1);
        boolean rebooked = visits.values().stream()
                .filter(it -> !it.of().equals(visit.of()))
                .flatMap(it -> it.before(visit.endOfDay()).stream())
                .anyMatch(it -> it.standing().alive() && it.startsAt().isAfter(visit.startsAt()));
        if (rebooked) {
            countVisit(visit, visit.day(), REBOOKED_VISITS, 1);
        }
        if (visit.serviceCode().startsWith(SESSION) || BESIDE_THE_NUMBERED.contains(visit.serviceCode())) {
            session(visit, rebooked);
        }
    }

    /** The visit with which a course ends is after the course; every other one of its sessions is in it. */
    private void session(Turn visit, boolean rebooked) {
        boolean last = client.all(CourseDone.class)
                .anyMatch(it -> visit.localDayOf(it.at()).equals(visit.day()));
        count(visit.clinicId(), visit.day(), last ? AFTER_COURSE_VISITS : IN_COURSE_VISITS, visit);
        if (rebooked) {
            count(visit.clinicId(), visit.day(), last ? AFTER_COURSE_REBOOKED : IN_COURSE_REBOOKED, visit);
        }
    }

    private void treated(Treated it) {
        count(it.clinicId(), it.day(), SESSIONS, it);
        if (it.practitionerId() != null) {
            contributions.add(new Contribution(it.clinicId(), it.day(), it.practitionerId(), SESSIONS.name(), 1, it));
        }
        if (it.currency() != null) {
            add(it.clinicId(), it.day(), REVENUE.in(it.currency()), it.minorUnits(), it);
        }
        if (it.namesLots()) {
            count(it.clinicId(), it.day(), SESSIONS_WITH_LOTS, it);
        }
        if (hadConsented(it.at())) {
            count(it.clinicId(), it.day(), SESSIONS_WITH_CONSENT, it);
        }
    }

    private boolean hadConsented(Instant at) {
        return client.each(Consented.class).values().stream()
                .anyMatch(steps -> steps.stream()
                        .filter(it -> !it.at().isAfter(at))
                        .reduce((_, later) -> later)
                        .filter(it -> !it.withdrawn())
                        .isPresent());
    }

    private void money(MoneyMoved it) {
        add(it.clinicId(), it.day(), COLLECTED.in(it.currency()), it.minorUnits(), it);
    }

    private void consultations() {
        Set<String> booked =
                client.all(CourseMade.class).map(it -> it.planId().value()).collect(Collectors.toSet());
        Set<String> led = client.all(Planned.class)
                .filter(it -> booked.contains(it.of()))
                .map(it -> it.consultationAppointmentId().value())
                .collect(Collectors.toSet());
        client.all(Consulted.class).forEach(it -> {
            count(it.clinicId(), it.day(), CONSULTATIONS, it);
            if (led.contains(it.appointmentId().value())) {
                count(it.clinicId(), it.day(), CONSULTATIONS_TO_COURSE, it);
            }
        });
    }

    private void courses() {
        Map<CourseId, List<Treated>> sessions = client.all(Treated.class)
                .filter(it -> it.courseId() != null)
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.courseId())));
        sessions.forEach((course, done) -> {
            Treated first = done.stream()
                    .min(Comparator.comparing(Treated::at).thenComparing(Treated::of))
                    .orElseThrow();
            count(first.clinicId(), first.day(), COURSES_STARTED, first);
            gaps(done);
            Instant until = first.at().plus(COURSE_TIME);
            client.all(CourseDone.class)
                    .filter(it -> course.equals(it.courseId()) && !it.at().isAfter(until))
                    .findFirst()
                    .ifPresent(it -> count(first.clinicId(), first.day(), COURSES_COMPLETED, it));
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
        count(last.clinicId(), last.day(), COURSES_FINISHED, it);
        LocalDate until = last.day().plus(EARLY);
        visits.values().stream()
                .map(AppointmentFacts::now)
                .filter(turn -> turn.standing() == Standing.COMPLETED
                        && turn.serviceCode().equals(TOUCH_UP_CODE))
                .filter(turn -> turn.startsAt().isAfter(it.at()) && turn.day().isBefore(until))
                .min(Comparator.comparing(Turn::startsAt).thenComparing(Turn::of))
                .ifPresent(turn -> count(last.clinicId(), last.day(), EARLY_TOUCH_UPS, turn));
    }

    /** A gap counts where and when the later session was. */
    private void gaps(List<Treated> sessions) {
        List<Treated> inOrder = sessions.stream()
                .sorted(Comparator.comparing(Treated::at).thenComparing(Treated::of))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            Treated later = inOrder.get(i);
            long days = ChronoUnit.DAYS.between(inOrder.get(i - 1).day(), later.day());
            count(later.clinicId(), later.day(), SESSION_GAPS, later);
            if (later.isWellSpaced(days)) {
                count(later.clinicId(), later.day(), SESSION_GAPS_IN_WINDOW, later);
            }
        }
    }

    private void touchUp(Collection<TouchUp> steps) {
        Optional<TouchUp> due =
                steps.stream().filter(it -> it.stage() == Stage.DUE).findFirst();
        TouchUp now = steps.stream().reduce((_, later) -> later).orElseThrow();
        due.ifPresent(it -> {
            LocalDate day = Objects.requireNonNull(it.due());
            count(it.clinicId(), day, TOUCH_UPS_FALLEN_DUE, it);
            switch (now.stage()) {
                case DUE, REOPENED -> count(it.clinicId(), day, TOUCH_UPS_OPEN, now);
                case TREATED -> {
                    if (!now.at().isAfter(it.at().plus(TOUCH_UP_TIME))) {
                        count(it.clinicId(), day, TOUCH_UPS_TREATED, now);
                    }
                }
                case BOOKED, CLOSED -> {}
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
                count(it.clinicId(), it.day(), MESSAGES_SENT, sent);
                delivered(sent.of()).ifPresent(by -> count(it.clinicId(), it.day(), MESSAGES_DELIVERED, by));
                if (stale) {
                    count(it.clinicId(), it.day(), MESSAGES_STALE, sent);
                }
            });
        });
    }

    private Optional<Delivered> delivered(String message) {
        return client.all(Delivered.class).filter(it -> it.of().equals(message)).findFirst();
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
