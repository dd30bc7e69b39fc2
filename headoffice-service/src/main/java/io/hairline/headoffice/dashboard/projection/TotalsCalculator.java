package io.hairline.headoffice.dashboard.projection;

import static io.hairline.headoffice.dashboard.projection.Measure.ADVERSE_EVENTS;
import static io.hairline.headoffice.dashboard.projection.Measure.COLLECTED;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_FALLEN_DUE;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_OPEN;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_TREATED;
import static io.hairline.headoffice.dashboard.projection.Measure.WAITLIST_SAVED;

import io.hairline.headoffice.dashboard.projection.Fact.AdverseEvent;
import io.hairline.headoffice.dashboard.projection.Fact.Message;
import io.hairline.headoffice.dashboard.projection.Fact.MoneyMoved;
import io.hairline.headoffice.dashboard.projection.Fact.Stage;
import io.hairline.headoffice.dashboard.projection.Fact.TouchUp;
import io.hairline.headoffice.dashboard.projection.Fact.Treated;
import io.hairline.headoffice.dashboard.projection.Fact.WaitlistSaved;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one client's facts add to the sums: a function of these facts and of nothing else. */
final class TotalsCalculator {

    /** How long after it fell due a treated touch-up still counts as converted. */
    private static final Duration TOUCH_UP_TIME = Duration.ofDays(180);

    private final Contributions contributions = new Contributions();

    private TotalsCalculator() {}

    static DailyTotalsStore of(ClientFacts client) {
        return sum(contributions(client));
    }

    static DailyTotalsStore sum(List<Contribution> contributions) {
        DailyTotalsStore sums = new DailyTotalsStore();
        contributions.forEach(it -> sums.add(it.place(), it.sum(), it.amount()));
        return sums;
    }

    static List<Contribution> contributions(ClientFacts client) {
        return new TotalsCalculator().count(client);
    }

    private List<Contribution> count(ClientFacts client) {
        Map<String, AppointmentFacts> appointments =
                client.visits().stream().collect(Collectors.toMap(AppointmentFacts::of, Function.identity()));
        VisitTotals visits = new VisitTotals(client, appointments, contributions);
        appointments.values().forEach(visits::visit);
        visits.refilled();
        CourseTotals courses = new CourseTotals(client, appointments, contributions);
        client.all(Treated.class).forEach(courses::treated);
        courses.consultations();
        courses.courses();
        client.all(AdverseEvent.class).forEach(it -> contributions.count(it.clinicId(), it.day(), ADVERSE_EVENTS, it));
        client.all(MoneyMoved.class)
                .forEach(it ->
                        contributions.add(it.clinicId(), it.day(), COLLECTED.in(it.currency()), it.minorUnits(), it));
        client.all(WaitlistSaved.class).forEach(it -> contributions.count(it.clinicId(), it.day(), WAITLIST_SAVED, it));
        client.each(TouchUp.class).values().forEach(this::touchUp);
        MessageTotals messages = new MessageTotals(client, appointments, contributions);
        client.each(Message.class).values().forEach(messages::message);
        return contributions.all();
    }

    private void touchUp(Collection<TouchUp> steps) {
        Optional<TouchUp> due =
                steps.stream().filter(it -> it.stage() == Stage.DUE).findFirst();
        TouchUp now = steps.stream().reduce((_, later) -> later).orElseThrow();
        due.ifPresent(it -> {
            LocalDate day = Objects.requireNonNull(it.due());
            contributions.count(it.clinicId(), day, TOUCH_UPS_FALLEN_DUE, it);
            switch (now.stage()) {
                case DUE, REOPENED -> contributions.count(it.clinicId(), day, TOUCH_UPS_OPEN, now);
                case TREATED -> {
                    if (!now.at().isAfter(it.at().plus(TOUCH_UP_TIME))) {
                        contributions.count(it.clinicId(), day, TOUCH_UPS_TREATED, now);
                    }
                }
                case BOOKED, CLOSED -> {}
            }
        });
    }
}
