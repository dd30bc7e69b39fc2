package io.hairline.treatment.referencedata;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.booking.BookingEvent;
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
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.OfAppointment;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

@Component
class BookingEventConsumer implements EventConsumer<BookingEvent> {

    private final MongoTemplate mongo;

    BookingEventConsumer(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        switch (event) {
            case ClientRegistered it -> mongo.save(new Client(it.clientId(), it.homeClinicId()));
            case CourseBooked it -> mongo.save(new Course(it.courseId(), it.clientId(), it.planId(), it.sessions()));
            case OfAppointment it -> keep(it);
            default -> {}
        }
    }

    private void keep(OfAppointment event) {
        switch (event) {
            case SlotHeld it -> keep(it, AppointmentStatus.HELD, it.clientId(), null);
            case SlotReleased it -> keep(it, AppointmentStatus.EXPIRED, null, null);
            case AppointmentBooked it -> keep(it, AppointmentStatus.CONFIRMED, it.clientId(), it.courseId());
            case AppointmentRescheduled it -> keep(it, AppointmentStatus.CONFIRMED, it.clientId());
            case AppointmentCancelled it -> keep(it, AppointmentStatus.CANCELLED, it.clientId());
            case ClientCheckedIn it -> keep(it, AppointmentStatus.CHECKED_IN, it.clientId());
            case CheckInUndone it -> keep(it, AppointmentStatus.CONFIRMED, it.clientId());
            case AppointmentConflictFound it -> keep(it, AppointmentStatus.CONFIRMED, it.clientId());
            case AppointmentConflictResolved it -> keep(it, AppointmentStatus.CONFIRMED, it.clientId());
            case AppointmentNoShow it -> keep(it, AppointmentStatus.NO_SHOW, it.clientId());
            case AppointmentStarted it -> keep(it, AppointmentStatus.IN_CHAIR, it.clientId());
            case AppointmentExtended it -> keepStatus(it, it.clientId());
            case AppointmentCompleted it -> keep(it, AppointmentStatus.COMPLETED, it.clientId());
            case AppointmentReinstated it -> keep(it, AppointmentStatus.IN_CHAIR, it.clientId());
            case AppointmentInConflict it -> keep(it, AppointmentStatus.IN_CHAIR, it.clientId());
        }
    }

    /** A longer treatment changes its slot alone. */
    private void keepStatus(OfAppointment event, ClientId client) {
        Appointment before = mongo.findById(event.appointmentId(), Appointment.class);
        keep(event, before == null ? AppointmentStatus.IN_CHAIR : before.status(), client);
    }

    /** Its course stays its course. */
    private void keep(OfAppointment event, AppointmentStatus status, ClientId client) {
        Appointment before = mongo.findById(event.appointmentId(), Appointment.class);
        keep(event, status, client, before == null ? null : before.courseId());
    }

    private void keep(
            OfAppointment event, AppointmentStatus status, @Nullable ClientId client, @Nullable CourseId course) {
        mongo.save(Appointment.of(event.appointmentId(), status, client, event.slot(), course));
    }
}
