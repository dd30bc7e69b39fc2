package io.hairline.booking.link;

import io.hairline.booking.client.Clients;
import io.hairline.booking.client.email.EmailConfirmation;
import io.hairline.booking.link.LinkLimits.Holder;
import org.springframework.stereotype.Service;

/** Confirms the e-mail address to which a link went, for who has the link: it has reached the client. */
@Service
class LinkedEmails {

    private final EmailLinks links;
    private final LinkLimits limits;
    private final Clients clients;
    private final EmailConfirmation confirmation;

    LinkedEmails(EmailLinks links, LinkLimits limits, Clients clients, EmailConfirmation confirmation) {
        this.links = links;
        this.limits = limits;
        this.clients = clients;
        this.confirmation = confirmation;
    }

    /** A second time changes nothing. An unknown secret and one that a new address has ended look the same. */
    void confirm(Holder holder) {
        EmailLink link = limits.open(holder, digest -> links.find(digest).filter(this::isValid));
        confirmation.confirm(link.clientId(), link.contactVersion());
    }

    private boolean isValid(EmailLink link) {
        return clients.findStored(link.clientId())
                .filter(it -> it.email().since() <= link.contactVersion())
                .isPresent();
    }
}
