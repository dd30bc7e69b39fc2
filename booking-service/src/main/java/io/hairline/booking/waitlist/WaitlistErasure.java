package io.hairline.booking.waitlist;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.kit.events.Change;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes an erased client off the waitlist; what they waited for names nobody. */
@Component
class WaitlistErasure implements ClientFollowUp {

    private final WaitlistEntries entries;

    WaitlistErasure(WaitlistEntries entries) {
        this.entries = entries;
    }

    @Override
    public Erased onErasure(Client client) {
        List<Change<?>> left = entries.waiting(client.id()).stream()
                .filter(it -> it.clientId().equals(client.id()))
                .<Change<?>>map(it -> it.leave("CLIENT_ERASED"))
                .toList();
        return new Erased(left.isEmpty() ? List.of() : List.of("WAITLIST"), List.of(), left);
    }
}
