package io.hairline.booking.link;

import io.hairline.booking.client.Clients;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.notification.LetterLink;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Keeps the links that letters were sent with. A letter to a contact that has been corrected since opens nothing. */
@Component
class LetterLinkConsumer implements EventConsumer<NotificationEvent> {

    private final AppointmentLinks links;
    private final Clients clients;

    LetterLinkConsumer(AppointmentLinks links, Clients clients) {
        this.links = links;
        this.clients = clients;
    }

    @Override
    public Class<NotificationEvent> hears() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, ReceivedEvent received) {
        if (event instanceof MessageSent sent
                && sent.link() instanceof LetterLink link
                && sent.about().appointmentId() instanceof AppointmentId appointment) {
            clients.find(sent.about().clientId())
                    .filter(it -> it.version() <= link.clientVersion())
                    .ifPresent(it ->
                            links.keep(new AppointmentLink(link.digest(), appointment, it.id(), it.contactTokens())));
        }
    }
}
