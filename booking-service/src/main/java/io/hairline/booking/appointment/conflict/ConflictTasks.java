package io.hairline.booking.appointment.conflict;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentFollowUp;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictFound;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictResolved;
import io.hairline.contracts.booking.BookingEvent.AppointmentInConflict;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.kit.events.Change;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens a task for each conflict, and closes it when the appointment moves, ends, is attended or fits again. */
@Component
class ConflictTasks implements AppointmentFollowUp {

    private final Tasks tasks;
    private final Clock clock;

    ConflictTasks(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public List<Change<?>> after(Change<Appointment> change) {
        return change.event() instanceof BookingEvent event ? after(change.next(), event) : List.of();
    }

    private List<Change<?>> after(Appointment it, BookingEvent event) {
        return switch (event) {
            case AppointmentConflictFound found -> open(it, found.reasonCode());
            case AppointmentInConflict found -> open(it, found.reasonCode());
            case AppointmentRescheduled _ -> close(it, "MOVED");
            case AppointmentCancelled _, AppointmentNoShow _ -> close(it, "ENDED");
            case ClientCheckedIn _, AppointmentStarted _, AppointmentReinstated _, AppointmentCompleted _ ->
                close(it, "ARRIVED");
            case AppointmentConflictResolved _ -> close(it, "FITS_AGAIN");
            default -> List.of(); // bookings and holds fit by construction; the rest is about other aggregates
        };
    }

    private List<Change<?>> open(Appointment it, String reasonCode) {
        return List.of(Task.open(Task.Kind.CONFLICT, it.slot().clinicId(), it.id(), reasonCode, clock.instant()));
    }

    private List<Change<?>> close(Appointment it, String because) {
        return tasks.openFor(it.id()).stream()
                .<Change<?>>map(task -> task.done(because, clock.instant()))
                .toList();
    }
}
