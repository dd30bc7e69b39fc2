package io.hairline.booking.appointment.conflict;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentFollowUp;
import io.hairline.contracts.ClinicId;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Opens a task for each conflict, and closes an appointment's tasks when it moves, is attended, ends or fits again. */
@Component
class ConflictTasks implements AppointmentFollowUp {

    private final Tasks tasks;
    private final DueWork dueWork;
    private final Clock clock;

    ConflictTasks(Tasks tasks, DueWork dueWork, Clock clock) {
        this.tasks = tasks;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @Override
    public List<Change<?>> after(Change<Appointment> change) {
        return change.event() instanceof OfAppointment event ? after(change.next(), event) : List.of();
    }

    private List<Change<?>> after(Appointment it, OfAppointment event) {
        return switch (event) {
            case AppointmentConflictFound found -> open(it, found.reasonCode());
            case AppointmentInConflict found -> open(it, found.reasonCode());
            case AppointmentExtended _ -> {
                lookAtTheEnd(it);
                yield close(it, "EXTENDED");
            }
            case AppointmentRescheduled _ -> moved(it);
            case AppointmentCancelled _, AppointmentNoShow _, AppointmentCompleted _ -> close(it, "ENDED");
            case ClientCheckedIn _, AppointmentReinstated _ -> close(it, "ARRIVED");
            case AppointmentStarted _ -> {
                lookAtTheEnd(it);
                yield close(it, "ARRIVED");
            }
            case AppointmentConflictResolved _ ->
                close(it, "FITS_AGAIN", task -> task.kind().isOfTheDiary());
            case SlotHeld _, SlotReleased _, AppointmentBooked _ -> List.of(); // they fit by construction
            case CheckInUndone _, AppointmentStartUndone _, NoShowFeeWaived _ -> List.of();
        };
    }

    private void lookAtTheEnd(Appointment it) {
        if (!it.wasWrittenDownLater()) {
            dueWork.at(it.slot().endsAt(), Overruns.KIND, it.id().value());
        }
    }

    private List<Change<?>> open(Appointment it, String reasonCode) {
        return List.of(Task.open(Task.Kind.CONFLICT, it.slot().clinicId(), it.id(), reasonCode, clock.instant()));
    }

    /** What another time doesn't settle stays, with the clinic that has the appointment now. */
    private List<Change<?>> moved(Appointment it) {
        ClinicId here = it.slot().clinicId();
        Predicate<Task> staysBehind = task ->
                !task.kind().isSettledByAnotherTime() && !task.clinicId().equals(here);
        Stream<Change<?>> opened = tasks.openFor(it.id()).stream()
                .filter(staysBehind)
                .map(task -> Task.open(task.kind(), here, it.id(), task.reasonCode(), clock.instant()));
        return Stream.concat(
                        close(it, "MOVED", staysBehind.or(task -> task.kind().isSettledByAnotherTime())).stream(),
                        opened)
                .toList();
    }

    private List<Change<?>> close(Appointment it, String because) {
        return close(it, because, _ -> true);
    }

    private List<Change<?>> close(Appointment it, String because, Predicate<Task> which) {
        return tasks.openFor(it.id()).stream()
                .filter(which)
                .<Change<?>>map(task -> task.done(because, clock.instant()))
                .toList();
    }
}
