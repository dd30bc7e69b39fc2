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
import io.hairline.contracts.booking.BookingEvent.AppointmentStartUndone;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.ClientContactChanged;
import io.hairline.contracts.booking.BookingEvent.ClientMerged;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.contracts.booking.BookingEvent.ClientUnmerged;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.BookingEvent.OfAppointment;
import io.hairline.contracts.booking.BookingEvent.OfEnquiry;
import io.hairline.contracts.booking.BookingEvent.OfPayment;
import io.hairline.contracts.booking.BookingEvent.OfPrepaid;
import io.hairline.contracts.booking.BookingEvent.OfTask;
import io.hairline.contracts.booking.BookingEvent.OfWaitlistEntry;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

@Component
class BookingEventConsumer implements EventConsumer<BookingEvent> {

    private static final String VISITOR = "gst_";

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
            case OfAppointment it -> keep(it, received);
            case ClientContactChanged it -> move(it);
            case BookingEvent.ClientErased _,
                    BookingEvent.OfErasure _,
                    BookingEvent.ClientEmailConfirmed _,
                    BookingEvent.EmailConfirmationRequested _ -> {}
            case ClientMerged _, ClientUnmerged _ -> {} // the kit's MergedIds reads them
            case BookingEvent.OfPastAppointment _,
                    CourseBooked _,
                    SlotsOffered _,
                    OfPayment _,
                    OfTask _,
                    OfEnquiry _,
                    OfPrepaid _,
                    BookingEvent.OfHeldCourse _,
                    OfWaitlistEntry _ -> {}
        }
    }

    private void keep(OfAppointment event, ReceivedEvent received) {
        switch (event) {
            case SlotHeld it -> keep(it, AppointmentStatus.HELD, it.clientId(), null, false);
            case SlotReleased it -> keep(it, AppointmentStatus.EXPIRED, null, null, false);
            case AppointmentBooked it ->
                keep(
                        it,
                        AppointmentStatus.CONFIRMED,
                        it.clientId(),
                        it.courseId(),
                        isByClient(received, it.clientId()));
            case AppointmentRescheduled it -> move(it, received);
            case AppointmentCancelled it -> keep(it, AppointmentStatus.CANCELLED, it.clientId());
            case ClientCheckedIn it -> keep(it, AppointmentStatus.CHECKED_IN, it.clientId());
            case CheckInUndone it -> keep(it, AppointmentStatus.CONFIRMED, it.clientId());
            case AppointmentConflictFound it -> keepConflict(it, it.clientId(), it.reasonCode());
            case AppointmentConflictResolved it -> keepConflict(it, it.clientId(), null);
            case AppointmentNoShow it -> keep(it, AppointmentStatus.NO_SHOW, it.clientId());
            case NoShowFeeWaived it -> keep(it, AppointmentStatus.NO_SHOW, it.clientId());
            case AppointmentStarted it -> keep(it, AppointmentStatus.IN_CHAIR, it.clientId());
            case AppointmentStartUndone it -> keep(it, AppointmentStatus.CHECKED_IN, it.clientId());
            case AppointmentExtended it -> keepStatus(it, it.clientId());
            case AppointmentCompleted it -> keep(it, AppointmentStatus.COMPLETED, it.clientId());
            case AppointmentReinstated it -> keep(it, AppointmentStatus.IN_CHAIR, it.clientId());
            case AppointmentInConflict it -> keep(it, AppointmentStatus.IN_CHAIR, it.clientId());
        }
    }

    private void move(ClientContactChanged it) {
        if (it.homeClinicId() != null) {
            mongo.save(new Client(it.clientId(), it.homeClinicId()));
        }
    }

    /** It stands until the appointment's next event. */
    private void keepConflict(OfAppointment event, ClientId client, @Nullable String reasonCode) {
        keep(event, AppointmentStatus.CONFIRMED, client);
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(event.appointmentId())),
                Update.update("conflict", reasonCode),
                Appointment.class);
    }

    /** A longer treatment changes its slot alone. */
    private void keepStatus(OfAppointment event, ClientId client) {
        Appointment before = mongo.findById(event.appointmentId(), Appointment.class);
        keep(event, before == null ? AppointmentStatus.IN_CHAIR : before.status(), client);
    }

    /** In another clinic it is the client's own booking only if the client moved it there. */
    private void move(AppointmentRescheduled it, ReceivedEvent received) {
        Appointment before = mongo.findById(it.appointmentId(), Appointment.class);
        boolean sameClinic = it.previous().clinicId().equals(it.slot().clinicId());
        boolean own = sameClinic ? before != null && before.isBookedByClient() : isByClient(received, it.clientId());
        keep(it, AppointmentStatus.CONFIRMED, it.clientId(), before == null ? null : before.courseId(), own);
    }

    /** A visitor acts for no client but the one whom the visitor registered. */
    private static boolean isByClient(ReceivedEvent received, ClientId client) {
        return received.actor().equals(client.value()) || received.actor().startsWith(VISITOR);
    }

    /** Its course stays its course, and its maker its maker. */
    private void keep(OfAppointment event, AppointmentStatus status, ClientId client) {
        Appointment before = mongo.findById(event.appointmentId(), Appointment.class);
        keep(
                event,
                status,
                client,
                before == null ? null : before.courseId(),
                before != null && before.isBookedByClient());
    }

    private void keep(
            OfAppointment event,
            AppointmentStatus status,
            @Nullable ClientId client,
            @Nullable CourseId course,
            boolean byClient) {
        mongo.save(Appointment.of(event.appointmentId(), status, client, event.slot(), course, byClient));
    }
}
