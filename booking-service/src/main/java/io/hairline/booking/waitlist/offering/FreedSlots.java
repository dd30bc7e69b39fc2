package io.hairline.booking.waitlist.offering;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentFollowUp;
import io.hairline.booking.waitlist.FreedSlot;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictFound;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictResolved;
import io.hairline.contracts.booking.BookingEvent.AppointmentExtended;
import io.hairline.contracts.booking.BookingEvent.AppointmentInConflict;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.AppointmentStartUndone;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.BookingEvent.OfAppointment;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
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
        if (!(change.event() instanceof OfAppointment event)) {
            return null;
        }
        return switch (event) {
            case AppointmentCancelled it -> it.slot();
            case AppointmentRescheduled it -> it.previous();
            case SlotReleased it
            when SlotOffering.MADE_BY.equals(change.next().madeBy())
                    || change.next().courseId() != null -> it.slot();
            case SlotReleased _ -> null; // its client may still choose another time
            case SlotHeld _,
                    AppointmentBooked _,
                    AppointmentStarted _,
                    AppointmentStartUndone _,
                    AppointmentExtended _,
                    AppointmentReinstated _ -> null;
            case ClientCheckedIn _, CheckInUndone _, AppointmentCompleted _, AppointmentNoShow _, NoShowFeeWaived _ ->
                null;
            case AppointmentInConflict _, AppointmentConflictFound _, AppointmentConflictResolved _ -> null;
        };
    }
}
