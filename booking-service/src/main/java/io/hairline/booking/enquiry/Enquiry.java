package io.hairline.booking.enquiry;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EnquiryId;
import io.hairline.contracts.booking.BookingEvent.EnquiryClosed;
import io.hairline.contracts.booking.BookingEvent.EnquiryConverted;
import io.hairline.contracts.booking.BookingEvent.EnquiryReceived;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import java.time.Instant;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A question of somebody who is no client yet.
 *
 * @param words the {@link Words}, sealed
 * @param contactToken by which the person is known again when they register
 * @param clinicId the clinic that was asked; absent if the brand was
 * @param clientId set once they are a client
 */
@PersonalData
@Document(Enquiry.COLLECTION)
@TypeAlias("enquiry")
record Enquiry(
        @Id EnquiryId id,
        long version,
        int schema,
        Status status,
        Binary words,
        String contactToken,
        @Nullable ClinicId clinicId,
        Instant receivedAt,
        @Nullable ClientId clientId,
        @Nullable String closedBecause)
        implements Aggregate {

    static final String COLLECTION = "enquiries";
    private static final int SCHEMA = 1;

    /** Where an enquiry stands. */
    enum Status {
        OPEN,
        CONVERTED,
        CLOSED
    }

    /** What was sent. */
    record Words(String name, String contact, String wish) {}

    static Change<Enquiry> receive(
            EnquiryId id, Binary words, String contactToken, @Nullable ClinicId clinic, Instant now) {
        Enquiry enquiry = new Enquiry(id, 1, SCHEMA, Status.OPEN, words, contactToken, clinic, now, null, null);
        return Change.to(enquiry, new EnquiryReceived(id, clinic));
    }

    /** The person has registered as a client; also after the enquiry was closed. */
    Change<Enquiry> convert(ClientId client) {
        return status == Status.CONVERTED
                ? Change.none(this)
                : Change.to(next(Status.CONVERTED, client, null), new EnquiryConverted(id, clinicId, client));
    }

    Change<Enquiry> close(String reasonCode) {
        if (status != Status.OPEN) {
            throw Refusal.state("illegal-move", "It is " + status + " and can't be closed any more.");
        }
        return Change.to(next(Status.CLOSED, null, reasonCode), new EnquiryClosed(id, clinicId, reasonCode));
    }

    private Enquiry next(Status nextStatus, @Nullable ClientId client, @Nullable String because) {
        return new Enquiry(
                id, version + 1, schema, nextStatus, words, contactToken, clinicId, receivedAt, client, because);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
