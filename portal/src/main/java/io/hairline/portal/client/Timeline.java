package io.hairline.portal.client;

import static io.hairline.portal.client.TimelineStep.State.DONE;
import static io.hairline.portal.client.TimelineStep.State.NEXT;
import static io.hairline.portal.client.TimelineStep.State.OPEN;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.client.ClientModels.Plan;
import io.hairline.portal.client.ClientModels.TouchUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A course from the consultation to the touch-up: what is done, what is next, what comes later. */
record Timeline(List<Appointment> appointments, List<Plan> plans, List<TouchUp> touchUps, Instant now) {

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
        return steps;
    }

    private TimelineStep consultation() {
        if (done("CONSULTATION").isPresent() || acceptedPlan().isPresent() || hasSessions()) {
            return TimelineStep.of(
                    DONE,
                    "Consultation",
                    done("CONSULTATION").map(Appointment::day).orElse("We know what you wish for."));
        }
        return toCome("CONSULTATION")
                .map(it -> TimelineStep.of(NEXT, "Consultation", it.day() + ", " + it.time()))
                .orElseGet(() -> TimelineStep.of(
                                NEXT, "Consultation", "We look at your scalp and say honestly what is possible.")
                        .offering("/book?service=CONSULTATION", "Book a consultation"));
    }

    private TimelineStep plan() {
        Optional<Plan> accepted = acceptedPlan();
        if (accepted.isPresent()) {
            return TimelineStep.of(DONE, "Plan", "You agreed" + price(accepted.get()) + ".")
                    .offering("/me/plans/" + accepted.get().id(), "See it");
        }
        return plans.stream()
                .filter(Plan::isOpen)
                .findFirst()
                .map(it -> TimelineStep.of(NEXT, "Plan", "Your plan is ready" + price(it) + ". Read it in peace.")
                        .offering("/me/plans/" + it.id(), "Read and accept"))
                .orElseGet(() -> hasSessions()
                        ? TimelineStep.of(DONE, "Plan", "Agreed with your clinic.")
                        : TimelineStep.of(
                                OPEN, "Plan", "Sessions and exact prices, in writing, before anything begins."));
    }

    private static String price(Plan plan) {
        return plan.total() == null ? "" : " on " + plan.total().words();
    }

    private TimelineStep session(String code) {
        String name = CodeLabels.service(code);
        return done(code)
                .map(it -> TimelineStep.of(DONE, name, it.day()))
                .or(() -> toCome(code).map(it -> TimelineStep.of(NEXT, name, it.day() + ", " + it.time())))
                .orElseGet(() -> TimelineStep.of(OPEN, name, "The clinic books all sessions with you at once."));
    }

    private TimelineStep healing(String after) {
        return TimelineStep.of(
                done(after).isPresent() ? DONE : OPEN,
                "Healing days",
                "At least ten days without a needle: keep it clean and dry, then out of the sun.");
    }

    private TimelineStep touchUp() {
        Optional<TouchUp> known = touchUps.stream().findFirst();
        if (known.map(TouchUp::isDue).orElse(false)) {
            return TimelineStep.of(NEXT, "Touch-up", "It is time. Your shade and density come back in one session.")
                    .offering("/book?touchUp=" + known.get().id(), "Find a time");
        }
        Optional<Appointment> booked = toCome("TOUCH_UP");
        if (booked.isPresent()) {
            return TimelineStep.of(
                    NEXT, "Touch-up", booked.get().day() + ", " + booked.get().time());
        }
        return TimelineStep.of(
                OPEN, "Touch-up", known.map(TouchUp::words).orElse("Years from now, and we tell you when."));
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
                .flatMap(it ->
                        Objects.requireNonNullElse(it.sessions(), List.<ClientModels.PlannedSession>of()).stream())
                .map(ClientModels.PlannedSession::serviceCode)
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

    private Optional<Appointment> toCome(String service) {
        return appointments.stream()
                .filter(it -> it.serviceCode().equals(service) && it.isToCome(now))
                .min(Comparator.comparing(Appointment::startsAt));
    }
}
