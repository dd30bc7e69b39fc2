package io.hairline.booking.invitation;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.Id;
import io.hairline.contracts.InvitationId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** The slots that were free near a client when the touch-up fell due; none is held. */
@Document("invitations")
@TypeAlias("invitation")
record Invitation(
        @org.springframework.data.annotation.Id InvitationId id,
        long version,
        int schema,
        TouchUpId touchUpId,
        ClientId clientId,
        List<AppointmentSlot> slots,
        Instant offeredAt)
        implements Aggregate {

    private static final int SCHEMA = 1;

    static Change<Invitation> offer(TouchUpId touchUp, ClientId client, List<AppointmentSlot> slots, Instant now) {
        InvitationId id = idFor(touchUp);
        return Change.to(
                new Invitation(id, 1, SCHEMA, touchUp, client, slots, now),
                new SlotsOffered(id, touchUp, client, slots));
    }

    /** They share everything behind the prefix, so a touch-up has one invitation. */
    static InvitationId idFor(TouchUpId touchUp) {
        return new InvitationId(InvitationId.PREFIX + "_" + Id.ulidOf(touchUp.value()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
