package io.hairline.booking.link;

import io.hairline.booking.client.Clients;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.notification.LetterLink;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Keeps the links that letters were sent with. A letter to an e-mail address that is another one by now opens nothing. */
@Component
class LetterLinkConsumer implements EventConsumer<NotificationEvent> {

    private static final String EMAIL_CONFIRMATION = "EMAIL_CONFIRMATION";

    private final AppointmentLinks appointmentLinks;
    private final EmailLinks emailLinks;
    private final Clients clients;

    LetterLinkConsumer(AppointmentLinks appointmentLinks, EmailLinks emailLinks, Clients clients) {
        this.appointmentLinks = appointmentLinks;
        this.emailLinks = emailLinks;
        this.clients = clients;
    }

    @Override
    public Class<NotificationEvent> hears() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, ReceivedEvent received) {
        if (event instanceof MessageSent sent && sent.link() instanceof LetterLink link) {
            ClientId client = sent.about().clientId();
            if (sent.about().appointmentId() instanceof AppointmentId appointment) {
                keep(link, client, appointment);
            } else if (sent.about().templateCode().equals(EMAIL_CONFIRMATION)
                    && clients.findStored(client).isPresent()) {
                emailLinks.keep(new EmailLink(link.digest(), client, link.clientVersion()));
            }
        }
    }

    private void keep(LetterLink link, ClientId client, AppointmentId appointment) {
        clients.find(client)
                .filter(it -> it.email().since() <= link.clientVersion())
                .ifPresent(it -> appointmentLinks.keep(
                        new AppointmentLink(link.digest(), appointment, it.id(), it.contactTokens())));
    }
}
