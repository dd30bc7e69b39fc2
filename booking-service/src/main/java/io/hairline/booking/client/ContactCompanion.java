package io.hairline.booking.client;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.BookingEvent.ClientContactChanged;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.events.StoredEvent;
import io.hairline.kit.relay.Companion;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells how to reach a client, on the one topic that may know, whenever an event says that this has changed. */
@Component
class ContactCompanion implements Companion {

    private static final Set<String> CHANGES =
            Set.of(WireNames.nameOf(ClientRegistered.class), WireNames.nameOf(ClientContactChanged.class));

    private final Clients clients;
    private final ClientSeals seals;

    ContactCompanion(Clients clients, ClientSeals seals) {
        this.clients = clients;
        this.seals = seals;
    }

    @Override
    public String topic() {
        return Topics.BOOKING_CONTACTS;
    }

    @Override
    public Optional<Latest> beside(StoredEvent event) {
        if (!CHANGES.contains(event.type())) {
            return Optional.empty();
        }
        return clients.find(new ClientId(event.aggregateId()))
                .map(it -> new Latest(it.aggregateId(), EventJson.mapper().writeValueAsBytes(contact(it))));
    }

    private ClientContact contact(Client client) {
        Client.Particulars it = seals.open(client);
        return new ClientContact(
                client.id(),
                client.version(),
                it.givenName(),
                it.familyName(),
                it.email(),
                it.phone(),
                it.language(),
                it.zone());
    }
}
