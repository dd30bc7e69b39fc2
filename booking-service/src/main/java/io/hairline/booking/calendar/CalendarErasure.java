package io.hairline.booking.calendar;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends the calendar link of an erased client. */
@Component
class CalendarErasure implements ClientFollowUp {

    private final CalendarLinks links;

    CalendarErasure(CalendarLinks links) {
        this.links = links;
    }

    @Override
    public Erased onErasure(Client client) {
        Optional<CalendarLink> link = links.of(client.id().value());
        link.ifPresent(links::revoke);
        return Erased.of("CALENDAR_LINK", link.stream().count());
    }
}
