package io.hairline.notification.schedule;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.SelfCheckId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.contracts.treatment.TreatmentEvent.FadeCheckDue;
import io.hairline.contracts.treatment.TreatmentEvent.OfClinic;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessBlocked;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeOpened;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.SelfCheckAsked;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.notification.ledger.MessageTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells clients once of what concerns them: an emergency access to their chart, a recall, a colour to look at, something in a visit's way. */
@Component
class NoticeTriggers {

    private static final Duration MONTH = Duration.ofDays(30);

    /** Steps that the clinic mends without the client, who would be worried for nothing. */
    private static final Set<String> THE_CLINICS_OWN = Set.of("LOT", "LICENCE", "TRAINING");

    private final MessageSchedule schedule;

    NoticeTriggers(MessageSchedule schedule) {
        this.schedule = schedule;
    }

    void opened(EmergencyAccessOpened it, ReceivedEvent received) {
        Instant now = received.time();
        tell(it.subject(), it, it.clientId(), MessageTemplate.CHART_OPENED, now, now.plus(MONTH));
    }

    void opened(RecallNoticeOpened it, ReceivedEvent received) {
        Instant now = received.time();
        tell(it.subject(), it, it.clientId(), MessageTemplate.RECALL_NOTICE, now, now.plus(MONTH.multipliedBy(3)));
    }

    /**
     * Tells a client once of what treatment says.
     *
     * @param subject the trigger's; what treatment says of may have several
     * @param until as long as it is of use
     */
    private void tell(
            String subject, OfClinic it, ClientId client, MessageTemplate template, Instant since, Instant until) {
        schedule.follow(new NoticeTrigger(
                subject,
                Topics.TREATMENT_EVENTS,
                it.subject(),
                client,
                it.clinicId(),
                null,
                template,
                since,
                until,
                Set.of(template.name()),
                false));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    void acknowledged(String recallNotice) {
        find(recallNotice).ifPresent(it -> schedule.follow(it.with(Set.of())));
    }

    /** A temporary colour is to be looked at, once. */
    void due(FadeCheckDue it, ReceivedEvent received) {
        tell(
                fadeCheck(it.touchUpId()),
                it,
                it.clientId(),
                MessageTemplate.FADE_CHECK_DUE,
                received.time(),
                endOf(it.until()));
    }

    void fadeCheckOver(TouchUpId check) {
        find(fadeCheck(check)).ifPresent(it -> schedule.follow(it.with(Set.of())));
    }

    /** Once a year a client says how the colour looks. */
    void asked(SelfCheckAsked it, ReceivedEvent received) {
        tell(it.subject(), it, it.clientId(), MessageTemplate.SELF_CHECK, received.time(), endOf(it.openUntil()));
    }

    void answered(SelfCheckId check) {
        find(check.value()).ifPresent(it -> schedule.follow(it.with(Set.of())));
    }

    private static String fadeCheck(TouchUpId check) {
        return "fade-check:" + check.value();
    }

    /** What waits isn't sent; a client to whom it has gone hears that nothing is wrong. */
    void withdrawn(RecallNoticeWithdrawn it, ReceivedEvent received) {
        boolean told = schedule.hasLeft(it.subject());
        acknowledged(it.subject());
        if (told) {
            Instant now = received.time();
            String subject = "withdrawn:" + it.subject();
            tell(subject, it, it.clientId(), MessageTemplate.RECALL_WITHDRAWN, now, now.plus(MONTH.multipliedBy(3)));
        }
    }

    /** One letter, however many steps are in the way; another one only if the way was clear in between. */
    void blocked(ReadinessBlocked it, ReceivedEvent received) {
        if (THE_CLINICS_OWN.contains(it.stepCode())) {
            return;
        }
        Set<String> causes = new HashSet<>();
        Optional<NoticeTrigger> known = find(readiness(it.appointmentId()));
        known.ifPresent(before -> causes.addAll(before.causes()));
        boolean first = causes.isEmpty();
        causes.add(it.stepCode());
        if (known.isPresent() && !first) {
            schedule.follow(known.get().with(causes));
            return;
        }
        start(it.appointmentId())
                .ifPresent(start -> schedule.follow(new NoticeTrigger(
                        readiness(it.appointmentId()),
                        Topics.BOOKING_EVENTS,
                        it.appointmentId().value(),
                        it.clientId(),
                        it.clinicId(),
                        it.appointmentId(),
                        MessageTemplate.READINESS_BLOCKED,
                        received.time(),
                        start,
                        causes,
                        received.actor().equals(it.clientId().value()))));
    }

    void unblocked(AppointmentId appointment, String step) {
        find(readiness(appointment)).ifPresent(it -> {
            Set<String> causes = new HashSet<>(it.causes());
            causes.remove(step);
            schedule.follow(it.with(causes));
        });
    }

    /** The appointment is past, or will never be: nothing stands in its way any more. */
    void over(AppointmentId appointment) {
        find(readiness(appointment))
                .filter(it -> !it.causes().isEmpty())
                .ifPresent(it -> schedule.follow(it.with(Set.of())));
    }

    /** Empty for an appointment that nobody is reminded of. */
    private Optional<Instant> start(AppointmentId appointment) {
        return schedule.find(appointment.value())
                .filter(AppointmentTrigger.class::isInstance)
                .map(AppointmentTrigger.class::cast)
                .filter(AppointmentTrigger::isToCome)
                .map(it -> it.slot().startsAt());
    }

    /** Beside the appointment's own trigger, which has the appointment's id. */
    private static String readiness(AppointmentId appointment) {
        return "readiness:" + appointment.value();
    }

    private Optional<NoticeTrigger> find(String subject) {
        return schedule.find(subject).map(NoticeTrigger.class::cast);
    }
}
