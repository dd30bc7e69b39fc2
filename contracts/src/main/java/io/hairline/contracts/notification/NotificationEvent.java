package io.hairline.contracts.notification;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.wire.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What notification tells the franchise: one ledger entry per message, and each thing that becomes of it. */
public sealed interface NotificationEvent extends DomainEvent {

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

    @WireName("notification.MessagePlanned.v1")
    record MessagePlanned(MessageId messageId, MessageContext about, Instant plannedFor) implements NotificationEvent {}

    /** It waits for a better hour, such as the end of the client's quiet hours. */
    @WireName("notification.MessageDeferred.v1")
    record MessageDeferred(MessageId messageId, MessageContext about, Instant plannedFor, String reasonCode)
            implements NotificationEvent {}

    /** What it would have said is no longer so; it never leaves. */
    @WireName("notification.MessageSuperseded.v1")
    record MessageSuperseded(MessageId messageId, MessageContext about, String reasonCode)
            implements NotificationEvent {}

    /** The client doesn't want it, or can't be reached on this channel; it is never sent. */
    @WireName("notification.MessageSuppressed.v1")
    record MessageSuppressed(MessageId messageId, MessageContext about, String reasonCode)
            implements NotificationEvent {}

    /**
     * A carrier accepted it.
     *
     * @param link the link to the appointment that is in the letter; absent if there is none
     */
    @WireName("notification.MessageSent.v1")
    record MessageSent(
            MessageId messageId,
            MessageContext about,
            Instant sentAt,
            @Nullable LetterLink link) implements NotificationEvent {

        public MessageSent(MessageId messageId, MessageContext about, Instant sentAt) {
            this(messageId, about, sentAt, null);
        }
    }

    /** It has reached the place where the client reads it. */
    @WireName("notification.MessageDelivered.v1")
    record MessageDelivered(MessageId messageId, MessageContext about, Instant deliveredAt)
            implements NotificationEvent {}

    /** It was handed over and nobody said whether it was taken; it isn't sent again. */
    @WireName("notification.MessageOutcomeUnknown.v1")
    record MessageOutcomeUnknown(MessageId messageId, MessageContext about, String reasonCode)
            implements NotificationEvent {}

    /** It can't be delivered on this channel. */
    @WireName("notification.MessageFailed.v1")
    record MessageFailed(MessageId messageId, MessageContext about, String reasonCode) implements NotificationEvent {}

    /** It became useless before it could leave. */
    @WireName("notification.MessageExpired.v1")
    record MessageExpired(MessageId messageId, MessageContext about, String reasonCode) implements NotificationEvent {}
}
