package io.hairline.notification.contact;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.kit.Indexes;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Which clinics know a client: her home clinic and every one that she booked at. */
@Component
public class ClientClinics implements EventConsumer<BookingEvent>, Indexes {

    private final MongoTemplate mongo;

    ClientClinics(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Document("client_clinics")
    @TypeAlias("clientClinics")
    record Known(@Id ClientId id, Set<ClinicId> clinics) {}

    /** Empty for a client that nobody told of. */
    public Set<ClinicId> of(ClientId client) {
        return Optional.ofNullable(mongo.findById(client, Known.class))
                .map(Known::clinics)
                .orElse(Set.of());
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        switch (event) {
            case ClientRegistered it -> add(it.clientId(), it.homeClinicId());
            case AppointmentBooked it -> add(it.clientId(), it.slot().clinicId());
            case AppointmentRescheduled it -> add(it.clientId(), it.slot().clinicId());
            default -> {}
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
