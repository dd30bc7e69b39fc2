package io.hairline.notification.schedule;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OfferId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.wire.Topics;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.PlannedMessage;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The latest offer to a client on the waitlist.
 *
 * @param since when it was made
 * @param open whether it can still be accepted
 */
@Document(MessageTrigger.COLLECTION)
@TypeAlias("waitlistOffer")
public record WaitlistTrigger(
        @Id WaitlistEntryId id,
        ClientId clientId,
        OfferId offerId,
        AppointmentSlot slot,
        Instant since,
        Instant expiresAt,
        boolean open)
        implements MessageTrigger {

    /** An offer that is over by the client's waking hours has no letter. */
    @Override
    public List<PlannedMessage> drafts() {
        return open ? List.of(PlannedMessage.at(MessageTemplate.WAITLIST_OFFER, since, expiresAt)) : List.of();
    }

    WaitlistTrigger over() {
        return new WaitlistTrigger(id, clientId, offerId, slot, since, expiresAt, false);
    }

    @Override
    public String subject() {
        return id.value();
    }

    @Override
    public String source() {
        return Topics.BOOKING_EVENTS;
    }

    @Override
    public ClinicId clinicId() {
        return slot.clinicId();
    }
}
