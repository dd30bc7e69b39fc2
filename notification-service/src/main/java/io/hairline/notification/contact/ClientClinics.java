package io.hairline.notification.contact;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
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
import io.hairline.contracts.booking.BookingEvent.ClientEmailConfirmed;
import io.hairline.contracts.booking.BookingEvent.ClientMerged;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.contracts.booking.BookingEvent.ClientUnmerged;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.EmailConfirmationRequested;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.BookingEvent.OfEnquiry;
import io.hairline.contracts.booking.BookingEvent.OfPrepaid;
import io.hairline.contracts.booking.BookingEvent.OfTask;
import io.hairline.contracts.booking.BookingEvent.OfWaitlistEntry;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentDeclined;
import io.hairline.contracts.booking.BookingEvent.PaymentReassigned;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundFailed;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundRequested;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundUnknown;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.BookingEvent.PaymentRequested;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.kit.Indexes;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.merge.MergedIds;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Which clinics know a client: the home clinic and every one that the client booked at. */
@Component
public class ClientClinics implements EventConsumer<BookingEvent>, Indexes {

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    ClientClinics(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    @Document("client_clinics")
    @TypeAlias("clientClinics")
    record Known(@Id ClientId id, Set<ClinicId> clinics) {}

    /** Empty for a client that nobody told of. */
    public Set<ClinicId> of(ClientId client) {
        return mongo.find(Query.query(mergedClients.in("_id", client)), Known.class).stream()
                .flatMap(it -> it.clinics().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        switch (event) {
            case ClientRegistered it -> add(it.clientId(), it.homeClinicId());
            case ClientContactChanged it -> {
                if (it.homeClinicId() != null) {
                    add(it.clientId(), it.homeClinicId());
                }
            }
            case AppointmentBooked it -> add(it.clientId(), it.slot().clinicId());
            case AppointmentRescheduled it -> add(it.clientId(), it.slot().clinicId());
            case BookingEvent.ClientErased _,
                    BookingEvent.OfErasure _,
                    ClientMerged _,
                    ClientUnmerged _,
                    ClientEmailConfirmed _,
                    EmailConfirmationRequested _,
                    SlotHeld _,
                    SlotReleased _,
                    AppointmentCancelled _,
                    ClientCheckedIn _,
                    AppointmentNoShow _,
                    NoShowFeeWaived _,
                    AppointmentStarted _,
                    AppointmentStartUndone _,
                    AppointmentCompleted _,
                    AppointmentReinstated _,
                    AppointmentInConflict _,
                    CheckInUndone _,
                    AppointmentExtended _,
                    AppointmentConflictFound _,
                    AppointmentConflictResolved _,
                    OfEnquiry _,
                    OfTask _,
                    BookingEvent.OfPastAppointment _,
                    OfPrepaid _,
                    OfWaitlistEntry _,
                    CourseBooked _,
                    BookingEvent.OfHeldCourse _,
                    PaymentRequested _,
                    PaymentReassigned _,
                    PaymentRefundRequested _,
                    PaymentRefundUnknown _,
                    PaymentRefundFailed _,
                    PaymentCaptured _,
                    PaymentDeclined _,
                    PaymentRefunded _,
                    SlotsOffered _ -> {}
        }
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("client_clinics").createIndex(ascending("_id"));
    }

    private void add(ClientId client, ClinicId clinic) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(client)),
                new Update().addToSet("clinics", clinic.value()).setOnInsert("_class", "clientClinics"),
                Known.class);
    }
}
