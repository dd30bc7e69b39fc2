package io.hairline.treatment.aftercare;

import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

@Component("aftercareHearsNotification")
class NotificationEventConsumer implements EventConsumer<NotificationEvent> {

    private static final String AFTERCARE = "AFTERCARE_";

    private final AftercareReplies replies;

    NotificationEventConsumer(AftercareReplies replies) {
        this.replies = replies;
    }

    @Override
    public Class<NotificationEvent> hears() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, ReceivedEvent received) {
        boolean reached = event instanceof MessageSent || event instanceof MessageDelivered;
        if (reached
                && event instanceof NotificationEvent.OfMessage it
                && it.about().templateCode().startsWith(AFTERCARE)) {
            MessageContext about = it.about();
            replies.sent(new AftercareMessage(it.messageId(), about.clientId(), about.clinicId()));
        }
    }
}
