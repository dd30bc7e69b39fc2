package io.hairline.booking.client.email;

import io.hairline.contracts.identity.IdentityEvent;
import io.hairline.contracts.identity.IdentityEvent.EmailConfirmed;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Hears from identity that a code which was mailed to a client's address came back. */
@Component
class IdentityEventConsumer implements EventConsumer<IdentityEvent> {

    private final EmailConfirmation confirmation;

    IdentityEventConsumer(EmailConfirmation confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public Class<IdentityEvent> hears() {
        return IdentityEvent.class;
    }

    @Override
    public void on(IdentityEvent event, ReceivedEvent received) {
        if (event instanceof EmailConfirmed it) {
            confirmation.confirm(it.clientId(), it.contactVersion());
        }
    }
}
