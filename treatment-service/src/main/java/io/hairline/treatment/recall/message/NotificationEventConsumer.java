package io.hairline.treatment.recall.message;

import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageExpired;
import io.hairline.contracts.notification.NotificationEvent.MessageFailed;
import io.hairline.contracts.notification.NotificationEvent.MessageOutcomeUnknown;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.contracts.notification.NotificationEvent.MessageSuppressed;
import io.hairline.contracts.notification.NotificationEvent.OfMessage;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.treatment.recall.message.RecallMessage.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component("recallsHearNotification")
class NotificationEventConsumer implements EventConsumer<NotificationEvent> {

    private final RecallMessages messages;

    NotificationEventConsumer(RecallMessages messages) {
        this.messages = messages;
    }

    @Override
    public Class<NotificationEvent> hears() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, ReceivedEvent received) {
        switch (event) {
            case MessageSent it -> note(it, Status.SENT, it.sentAt(), null);
            case MessageDelivered it -> note(it, Status.DELIVERED, it.deliveredAt(), null);
            case MessageOutcomeUnknown it -> note(it, Status.UNKNOWN, received.time(), it.reasonCode());
            case MessageSuppressed it -> note(it, Status.SUPPRESSED, received.time(), it.reasonCode());
            case MessageFailed it -> note(it, Status.FAILED, received.time(), it.reasonCode());
            case MessageExpired it -> note(it, Status.EXPIRED, received.time(), it.reasonCode());
            case NotificationEvent.ClientDataErased _,
                    NotificationEvent.MessagePlanned _,
                    NotificationEvent.MessageDeferred _,
                    NotificationEvent.MessageSuperseded _ -> {}
        }
    }

    private void note(OfMessage it, Status status, Instant at, @Nullable String reasonCode) {
        RecallNoticeId notice = it.about().recallNoticeId();
        if (notice != null) {
            messages.recallOf(notice)
                    .ifPresent(recall -> messages.save(new RecallMessage(
                            it.messageId(),
                            recall,
                            notice,
                            it.about().templateCode(),
                            it.about().channelCode(),
                            status,
                            at,
                            reasonCode)));
        }
    }
}
