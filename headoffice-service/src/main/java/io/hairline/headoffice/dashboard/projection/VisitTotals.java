package io.hairline.headoffice.dashboard.projection;

import static io.hairline.headoffice.dashboard.projection.Measure.AFTER_COURSE_REBOOKED;
import static io.hairline.headoffice.dashboard.projection.Measure.AFTER_COURSE_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.BOOKED_MINUTES;
import static io.hairline.headoffice.dashboard.projection.Measure.BOOKINGS;
import static io.hairline.headoffice.dashboard.projection.Measure.COMPLETED_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.FREED_TIMES;
import static io.hairline.headoffice.dashboard.projection.Measure.IN_COURSE_REBOOKED;
import static io.hairline.headoffice.dashboard.projection.Measure.IN_COURSE_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.LATE_CANCELLATIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.LEAD_DAYS;
import static io.hairline.headoffice.dashboard.projection.Measure.NO_SHOWS;
import static io.hairline.headoffice.dashboard.projection.Measure.NO_SHOW_MINUTES;
import static io.hairline.headoffice.dashboard.projection.Measure.REBOOKED_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.REFILLED_TIMES;

import io.hairline.headoffice.dashboard.projection.Fact.AppointmentChange;
import io.hairline.headoffice.dashboard.projection.Fact.CourseDone;
import io.hairline.headoffice.dashboard.projection.Fact.DiaryTime;
import io.hairline.headoffice.dashboard.projection.Fact.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** What a client's appointments and their times in the diary add to the sums. */
final class VisitTotals {

    private static final String SESSION = "SESSION_";
    /** What a plan may have among its numbered sessions. */
    private static final Set<String> BESIDE_THE_NUMBERED = Set.of("SCAR", "DENSITY");

    private final ClientFacts client;
    private final Map<String, AppointmentFacts> visits;
    private final Contributions contributions;

    VisitTotals(ClientFacts client, Map<String, AppointmentFacts> visits, Contributions contributions) {
        this.client = client;
        this.visits = visits;
        this.contributions = contributions;
    }

    void visit(AppointmentFacts visit) {
        visit.changes().stream().filter(AppointmentChange::booked).forEach(this::booked);
        freed(visit);
        AppointmentChange now = visit.now();
        if (now.standing().alive()) {
            contributions.countVisit(now, now.day(), BOOKED_MINUTES, now.minutes());
        }
        switch (now.standing()) {
            case COMPLETED -> completed(now);
            case NO_SHOW -> {
                contributions.countVisit(now, now.day(), NO_SHOWS, 1);
                contributions.countVisit(now, now.day(), NO_SHOW_MINUTES, now.minutes());
            }
            case CANCELLED_LATE -> contributions.countVisit(now, now.day(), LATE_CANCELLATIONS, 1);
            case CONFIRMED, CHECKED_IN, IN_CHAIR, CANCELLED -> {}
        }
    }

    /** A time is freed by each cancellation and each move before it began, where and when it was. */
    private void freed(AppointmentFacts visit) {
        for (int i = 1; i < visit.changes().size(); i++) {
            AppointmentChange before = visit.changes().get(i - 1);
            AppointmentChange after = visit.changes().get(i);
            boolean gone = after.standing() == Standing.CANCELLED
                    || after.standing() == Standing.CANCELLED_LATE
                    || (after.standing().alive()
                            && !(after.startsAt().equals(before.startsAt())
                                    && after.clinicId().equals(before.clinicId())));
            if (before.standing().alive() && gone && after.at().isBefore(before.startsAt())) {
                contributions.count(before.clinicId(), before.day(), FREED_TIMES, after);
            }
        }
    }

    /** A freed time counts once, by the first appointment that took it again. */
    void refilled() {
        client.all(DiaryTime.class)
                .filter(it -> !it.taken())
                .forEach(left -> client.all(DiaryTime.class)
                        .filter(it -> it.refills(left))
                        .min(Comparator.comparing(DiaryTime::at).thenComparing(DiaryTime::of))
                        .ifPresent(_ -> contributions.count(left.clinicId(), left.day(), REFILLED_TIMES, left)));
    }

    private void booked(AppointmentChange it) {
        LocalDate made = it.localDayOf(it.at());
        contributions.countVisit(it, made, BOOKINGS, 1);
        long ahead = ChronoUnit.DAYS.between(made, it.day());
        if (ahead != 0) {
            contributions.add(it.clinicId(), made, LEAD_DAYS.name(), ahead, it);
        }
    }

    private void completed(AppointmentChange visit) {
        contributions.countVisit(visit, visit.day(), COMPLETED_VISITS, 1);
        boolean rebooked = visits.values().stream()
                .filter(it -> !it.of().equals(visit.of()))
                .flatMap(it -> it.before(visit.endOfDay()).stream())
                .anyMatch(it -> it.standing().alive() && it.startsAt().isAfter(visit.startsAt()));
        if (rebooked) {
            contributions.countVisit(visit, visit.day(), REBOOKED_VISITS, 1);
        }
        if (visit.serviceCode().startsWith(SESSION) || BESIDE_THE_NUMBERED.contains(visit.serviceCode())) {
            session(visit, rebooked);
        }
    }

    /** The visit with which a course ends is after the course; every other one of its sessions is in it. */
    private void session(AppointmentChange visit, boolean rebooked) {
        boolean last = client.all(CourseDone.class)
                .anyMatch(it -> visit.localDayOf(it.at()).equals(visit.day()));
        contributions.count(visit.clinicId(), visit.day(), last ? AFTER_COURSE_VISITS : IN_COURSE_VISITS, visit);
        if (rebooked) {
            contributions.count(
                    visit.clinicId(), visit.day(), last ? AFTER_COURSE_REBOOKED : IN_COURSE_REBOOKED, visit);
        }
    }
}
