package io.hairline.booking.link;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import org.springframework.stereotype.Component;

/** Ends the links of an erased client's letters. */
@Component
class LinkErasure implements ClientFollowUp {

    private final AppointmentLinks links;

    LinkErasure(AppointmentLinks links) {
        this.links = links;
    }

    @Override
    public Erased onErasure(Client client) {
        return Erased.of("APPOINTMENT_LINKS", links.removeOf(client.id()));
    }
}
