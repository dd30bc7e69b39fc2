package io.hairline.treatment.touchup;

import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

@Component("touchUpsHearNotification")
class NotificationEventConsumer implements EventConsumer<NotificationEvent> {

    private final TouchUpPlanning touchingUp;

    NotificationEventConsumer(TouchUpPlanning touchingUp) {
        this.touchingUp = touchingUp;
    }

    @Override
    public Class<NotificationEvent> hears() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, ReceivedEvent received) {
        boolean reachedTheClient = event instanceof MessageSent || event instanceof MessageDelivered;
        if (reachedTheClient && event instanceof NotificationEvent.OfMessage it) {
            TouchUpId touchUp = it.about().touchUpId();
            if (touchUp != null) {
                touchingUp.contact(touchUp, it.messageId());
            }
        }
    }
}
