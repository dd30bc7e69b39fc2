package io.hairline.booking.link;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends the links of an erased client's letters. */
@Component
class LinkErasure implements ClientFollowUp {

    private final AppointmentLinks appointmentLinks;
    private final EmailLinks emailLinks;

    LinkErasure(AppointmentLinks appointmentLinks, EmailLinks emailLinks) {
        this.appointmentLinks = appointmentLinks;
        this.emailLinks = emailLinks;
    }

    @Override
    public Erased onErasure(Client client) {
        List<String> erased = new ArrayList<>();
        if (appointmentLinks.removeOf(client.id()) > 0) {
            erased.add("APPOINTMENT_LINKS");
        }
        if (emailLinks.removeOf(client.id()) > 0) {
            erased.add("EMAIL_LINKS");
        }
        return new Erased(erased, List.of(), List.of());
    }
}
