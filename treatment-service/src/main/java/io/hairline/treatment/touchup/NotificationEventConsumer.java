package io.hairline.treatment.touchup;

import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.inlet.EventConsumer;
import io.hairline.kit.inlet.Received;
import org.springframework.stereotype.Component;

@Component("touchUpsHearNotification")
class NotificationEventConsumer implements EventConsumer<NotificationEvent> {

    private final TouchingUp touchingUp;

    NotificationEventConsumer(TouchingUp touchingUp) {
        this.touchingUp = touchingUp;
    }

    @Override
    public Class<NotificationEvent> hears() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, Received received) {
        TouchUpId touchUp = event.about().touchUpId();
        boolean reachedHer = event instanceof MessageSent || event instanceof MessageDelivered;
        if (touchUp != null && reachedHer) {
            touchingUp.contact(touchUp, event.messageId());
        }
    }
}
