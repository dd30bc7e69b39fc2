package io.hairline.booking.waitlist.offering;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentFollowUp;
import io.hairline.booking.waitlist.FreedSlot;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.kit.events.Change;
import io.hairline.kit.work.DueWork;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for offers when a cancellation or a move frees a slot, and when a held offer or a held course ends without a booking. */
@Component
class FreedSlots implements AppointmentFollowUp {

    private final DueWork dueWork;
    private final Clock clock;

    FreedSlots(DueWork dueWork, Clock clock) {
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @Override
    public List<Change<?>> after(Change<Appointment> change) {
        AppointmentSlot freed = freed(change);
        if (freed != null && freed.startsAt().isAfter(clock.instant())) {
            dueWork.at(clock.instant(), SlotOffering.KIND, FreedSlot.of(freed).subject());
        }
        return List.of();
    }

    private static @Nullable AppointmentSlot freed(Change<Appointment> change) {
        return switch (change.event()) {
            case AppointmentCancelled it -> it.slot();
            case AppointmentRescheduled it -> it.previous();
            case SlotReleased it
            when SlotOffering.MADE_BY.equals(change.next().madeBy())
                    || change.next().courseId() != null -> it.slot();
            case null, default -> null;
        };
    }
}
