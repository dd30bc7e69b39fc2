package io.hairline.booking.client;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.BookingEvent.ClientContactChanged;
import io.hairline.contracts.booking.BookingEvent.ClientErased;
import io.hairline.contracts.booking.BookingEvent.ClientMerged;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.contracts.booking.BookingEvent.ClientUnmerged;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.events.StoredEvent;
import io.hairline.kit.relay.CompactedState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells how to reach a client and who stands for them, on the one topic that may know, whenever an event says that this changed. */
@Component
class ContactPublisher implements CompactedState {

    private static final Set<String> CHANGES = Set.of(
            WireNames.nameOf(ClientRegistered.class),
            WireNames.nameOf(ClientContactChanged.class),
            WireNames.nameOf(ClientMerged.class),
            WireNames.nameOf(ClientUnmerged.class),
            WireNames.nameOf(ClientErased.class));

    private final Clients clients;
    private final ClientEncryption encryption;

    ContactPublisher(Clients clients, ClientEncryption encryption) {
        this.clients = clients;
        this.encryption = encryption;
    }

    @Override
    public String topic() {
        return Topics.BOOKING_CONTACTS;
    }

    @Override
    public List<Latest> beside(List<StoredEvent> events) {
        Set<ClientId> changed = events.stream()
                .filter(it -> CHANGES.contains(it.type()))
                .map(it -> new ClientId(it.aggregateId()))
                .collect(Collectors.toSet());
        return changed.isEmpty()
                ? List.of()
                : clients.all(changed).stream().map(this::latest).toList();
    }

    /** Whatever event it goes with, an erased client is erased from the topic. */
    private Latest latest(Client client) {
        if (client.isErased()) {
            return new Latest(client.aggregateId(), null);
        }
        return new Latest(client.aggregateId(), EventJson.mapper().writeValueAsBytes(contact(client)));
    }

    private ClientContact contact(Client client) {
        Client.Particulars it = encryption.open(client);
        return new ClientContact(
                client.id(),
                client.version(),
                it.givenName(),
                it.familyName(),
                it.email(),
                it.phone(),
                it.language(),
                it.zone(),
                client.mergedInto(),
                client.email().setByStaff());
    }
}
