package io.hairline.contracts.notification;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.wire.WireName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What notification tells the franchise: one ledger entry per message, and each thing that becomes of it. */
public sealed interface NotificationEvent extends DomainEvent {
    /**
     * What this service holds of a client is erased, except for what it is bound to keep.
     *
     * @param erased codes of what was there and is gone
     * @param kept what is still there
     */
    @WireName("notification.ClientDataErased.v1")
    record ClientDataErased(ClientId clientId, List<String> erased, List<KeptData> kept) implements NotificationEvent {
        public ClientDataErased {
            erased = List.copyOf(erased);
            kept = List.copyOf(kept);
        }

        @Override
        public String subject() {
            return clientId.value();
        }
    }

    @WireName("notification.MessagePlanned.v1")
    record MessagePlanned(MessageId messageId, MessageContext about, Instant plannedFor) implements OfMessage {}

    /** It waits for a better hour, such as the end of the client's quiet hours. */
    @WireName("notification.MessageDeferred.v1")
    record MessageDeferred(MessageId messageId, MessageContext about, Instant plannedFor, String reasonCode)
            implements OfMessage {}

    /** What it would have said is no longer so; it never leaves. */
    @WireName("notification.MessageSuperseded.v1")
    record MessageSuperseded(MessageId messageId, MessageContext about, String reasonCode) implements OfMessage {}

    /** The client doesn't want it, or can't be reached on this channel; it is never sent. */
    @WireName("notification.MessageSuppressed.v1")
    record MessageSuppressed(MessageId messageId, MessageContext about, String reasonCode) implements OfMessage {}

    /**
     * A carrier accepted it.
     *
     * @param link the link with a secret that is in the letter; absent if there is none
     */
    @WireName("notification.MessageSent.v1")
    record MessageSent(
            MessageId messageId,
            MessageContext about,
            Instant sentAt,
            @Nullable LetterLink link) implements OfMessage {

        public MessageSent(MessageId messageId, MessageContext about, Instant sentAt) {
            this(messageId, about, sentAt, null);
        }
    }

    /** It has reached the place where the client reads it. */
    @WireName("notification.MessageDelivered.v1")
    record MessageDelivered(MessageId messageId, MessageContext about, Instant deliveredAt) implements OfMessage {}

    /** It was handed over and nobody said whether it was taken; it isn't sent again. */
    @WireName("notification.MessageOutcomeUnknown.v1")
    record MessageOutcomeUnknown(MessageId messageId, MessageContext about, String reasonCode) implements OfMessage {}

    /** It can't be delivered on this channel. */
    @WireName("notification.MessageFailed.v1")
    record MessageFailed(MessageId messageId, MessageContext about, String reasonCode) implements OfMessage {}

    /** It became useless before it could leave. */
    @WireName("notification.MessageExpired.v1")
    record MessageExpired(MessageId messageId, MessageContext about, String reasonCode) implements OfMessage {}

    /** What happened to a message. */
    sealed interface OfMessage extends NotificationEvent {
        MessageId messageId();

        MessageContext about();

        @Override
        default String subject() {
            return messageId().value();
        }

        @Override
        default @Nullable ClinicId clinic() {
            return about().clinicId();
        }
    }
}
