package io.hairline.booking.course.replan;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.conflict.AppointmentConflict;
import io.hairline.booking.diary.Healing;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.HealingAssessed;
import io.hairline.contracts.treatment.TreatmentEvent.HealingReleaseEnded;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * When a practitioner has seen that the skin has not healed, the client's next session needs a new time if it is sooner than
 * the days between two sessions; times are held for it and for those that follow.
 */
@Component
class HealingDelays implements EventConsumer<TreatmentEvent>, DueWorkHandler {

    private static final String KIND = "healing-offers";
    private static final int MOST = 50;

    private final Appointments appointments;
    private final DiaryWriter diary;
    private final Replanning replanning;
    private final DueWork dueWork;
    private final Clock clock;

    HealingDelays(Appointments appointments, DiaryWriter diary, Replanning replanning, DueWork dueWork, Clock clock) {
        this.appointments = appointments;
        this.diary = diary;
        this.replanning = replanning;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        if (event instanceof HealingAssessed it) {
            lookAtNext(it.clientId(), received.time(), !it.released(), received.time());
        } else if (event instanceof HealingReleaseEnded it && it.delayedSince() != null) {
            lookAtNext(it.clientId(), received.time(), true, it.delayedSince());
        }
    }

    private void lookAtNext(ClientId client, Instant now, boolean delayed, Instant seenAt) {
        appointments.toCome(Appointments.CLIENT, client.value(), now, MOST).stream()
                .filter(next -> next.courseId() != null
                        && Healing.isTreatment(next.slot().serviceCode()))
                .filter(next -> next.clientId() != null)
                .limit(1)
                .forEach(next -> look(next, delayed, seenAt));
    }

    private void look(Appointment next, boolean delayed, Instant seenAt) {
        LocalDate seenOn = LocalDate.ofInstant(seenAt, ZoneId.of(next.slot().zone()));
        boolean tooSoon = delayed
                && next.day()
                        .isBefore(seenOn.plusDays(Healing.rule(next.policy()).minDays()));
        var _ = diary.change(next.id(), it -> AppointmentConflict.of(it).withHealing(tooSoon));
        if (tooSoon) {
            dueWork.at(
                    clock.instant(),
                    KIND,
                    Objects.requireNonNull(next.courseId()).value());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The subject is the course. */
    @Override
    public void run(DueItem item) {
        var _ = replanning.offers(new CourseId(item.subject()), KIND);
    }
}
