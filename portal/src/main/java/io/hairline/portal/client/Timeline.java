package io.hairline.portal.client;

import static io.hairline.portal.client.TimelineStep.State.DONE;
import static io.hairline.portal.client.TimelineStep.State.NEXT;
import static io.hairline.portal.client.TimelineStep.State.OPEN;
import static io.hairline.portal.language.Texts.text;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.client.ClientPlans.Plan;
import io.hairline.portal.client.ClientPlans.TouchUp;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A course from the consultation to the touch-up: what is done, what is next, what comes later.
 *
 * @param doneOn the day on which the session of an appointment was completed, by the appointment's id; it may differ from
 *     the day that was planned
 */
record Timeline(
        List<Appointment> appointments,
        List<Plan> plans,
        List<TouchUp> touchUps,
        Map<String, LocalDate> doneOn,
        Instant now) {

    private static final String CONSULTATION = "CONSULTATION";
    private static final String TOUCH_UP = "TOUCH_UP";
    private static final List<String> USUAL = List.of("SESSION_1", "SESSION_2", "SESSION_3");

    List<TimelineStep> steps() {
        List<TimelineStep> steps = new ArrayList<>();
        steps.add(consultation());
        steps.add(plan());
        List<String> sessions = sessions();
        for (int i = 0; i < sessions.size(); i++) {
            steps.add(session(sessions.get(i)));
            if (i < sessions.size() - 1) {
                steps.add(healing(sessions.get(i)));
            }
        }
        steps.add(touchUp());
        return oneNext(steps);
    }

    /** What is booked after the next appointment comes later. */
    private static List<TimelineStep> oneNext(List<TimelineStep> steps) {
        List<TimelineStep> ordered = new ArrayList<>();
        boolean found = false;
        for (TimelineStep it : steps) {
            boolean appointed = it.state() == NEXT && it.at() != null;
            ordered.add(appointed && found ? it.later() : it);
            found |= appointed;
        }
        return ordered;
    }

    private TimelineStep consultation() {
        String name = CodeLabels.service(CONSULTATION);
        if (done(CONSULTATION).isPresent() || acceptedPlan().isPresent() || hasSessions()) {
            return TimelineStep.of(
                    DONE, name, done(CONSULTATION).map(this::dayDone).orElseGet(() -> text("timeline.consulted")));
        }
        return toCome(CONSULTATION)
                .map(it -> appointed(name, it))
                .orElseGet(() -> TimelineStep.of(NEXT, name, text("timeline.consult"))
                        .offering("/book?service=CONSULTATION", text("timeline.consult.book")));
    }

    private TimelineStep plan() {
        String name = text("timeline.plan");
        Optional<Plan> accepted = acceptedPlan();
        if (accepted.isPresent()) {
            return TimelineStep.of(DONE, name, withPrice("timeline.plan.agreed", accepted.get()))
                    .offering("/me/plans/" + accepted.get().id(), text("timeline.plan.see"));
        }
        return plans.stream()
                .filter(Plan::isOpen)
                .findFirst()
                .map(it -> TimelineStep.of(NEXT, name, withPrice("timeline.plan.ready", it))
                        .offering("/me/plans/" + it.id(), text("timeline.plan.read")))
                .orElseGet(() -> hasSessions()
                        ? TimelineStep.of(DONE, name, text("timeline.plan.with-clinic"))
                        : TimelineStep.of(OPEN, name, text("timeline.plan.later")));
    }

    private static String withPrice(String key, Plan plan) {
        return plan.total() == null
                ? text(key)
                : text(key + ".price", plan.total().words());
    }

    private TimelineStep session(String code) {
        String name = CodeLabels.service(code);
        return done(code)
                .map(it -> TimelineStep.of(DONE, name, dayDone(it)))
                .or(() -> toCome(code).map(it -> appointed(name, it)))
                .orElseGet(() -> TimelineStep.of(OPEN, name, text("timeline.session.later")));
    }

    private TimelineStep healing(String after) {
        return TimelineStep.of(
                done(after).isPresent() ? DONE : OPEN, text("timeline.healing"), text("timeline.healing.words"));
    }

    private TimelineStep touchUp() {
        String name = CodeLabels.service(TOUCH_UP);
        Optional<TouchUp> known = touchUps.stream()
                .filter(it -> !it.isOver())
                .findFirst()
                .or(() -> touchUps.stream().findFirst());
        Optional<Appointment> booked = toCome(TOUCH_UP);
        if (booked.isPresent()) {
            return appointed(name, booked.get());
        }
        if (known.map(TouchUp::isFadeCheck).orElse(false)) {
            return fadeCheck(known.get());
        }
        if (known.map(TouchUp::isDue).orElse(false)) {
            return TimelineStep.of(NEXT, name, text("timeline.touch-up.due"))
                    .offering("/book?touchUp=" + known.get().id(), text("timeline.touch-up.find"));
        }
        return TimelineStep.of(OPEN, name, known.map(TouchUp::words).orElseGet(() -> text("timeline.touch-up.years")));
    }

    private static TimelineStep fadeCheck(TouchUp it) {
        String name = text("timeline.fade-check");
        return it.isDue()
                ? TimelineStep.of(NEXT, name, text("timeline.fade-check.due"))
                        .offering("/book?service=CONSULTATION", text("timeline.touch-up.find"))
                : TimelineStep.of(it.isOver() ? DONE : OPEN, name, it.words());
    }

    private static TimelineStep appointed(String name, Appointment it) {
        if (it.awaitsDeposit()) {
            return TimelineStep.at(
                            NEXT, name, text("timeline.held", it.day(), it.time(), it.heldWords()), it.localStart())
                    .offering("/me/courses/" + it.courseId() + "/deposit", text("timeline.held.pay"));
        }
        return TimelineStep.at(NEXT, name, text("when", it.day(), it.time()), it.localStart());
    }

    /** The day on which it was really done. */
    private String dayDone(Appointment it) {
        @Nullable LocalDate day = doneOn.get(it.id());
        return Texts.day(day == null ? it.localStart().toLocalDate() : day);
    }

    private boolean hasSessions() {
        return appointments.stream()
                .anyMatch(it -> it.takesTime() && it.serviceCode().startsWith("SESSION_"));
    }

    private Optional<Plan> acceptedPlan() {
        return plans.stream().filter(Plan::isAccepted).findFirst();
    }

    private List<String> sessions() {
        List<String> planned = plans.stream()
                .filter(it -> it.isAccepted() || it.isOpen())
                .flatMap(
                        it -> Objects.requireNonNullElse(it.sessions(), List.<ClientPlans.PlannedSession>of()).stream())
                .map(ClientPlans.PlannedSession::serviceCode)
                .distinct()
                .toList();
        List<String> booked = appointments.stream()
                .filter(Appointment::takesTime)
                .map(Appointment::serviceCode)
                .filter(it -> it.startsWith("SESSION_"))
                .distinct()
                .sorted()
                .toList();
        return Stream.of(planned, booked, USUAL)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(USUAL);
    }

    private Optional<Appointment> done(String service) {
        return appointments.stream()
                .filter(it -> it.serviceCode().equals(service) && it.status().equals("COMPLETED"))
                .max(Comparator.comparing(Appointment::startsAt));
    }

    /** A held slot isn't an appointment yet; a session that waits for the deposit has its place among the others. */
    private Optional<Appointment> toCome(String service) {
        return appointments.stream()
                .filter(it -> it.serviceCode().equals(service)
                        && it.isToCome(now)
                        && (it.awaitsDeposit() || !it.status().equals("HELD")))
                .min(Comparator.comparing(Appointment::startsAt));
    }
}
