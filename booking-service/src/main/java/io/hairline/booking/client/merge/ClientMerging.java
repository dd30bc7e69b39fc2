package io.hairline.booking.client.merge;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.booking.client.Clients;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Merges two records of one person, and takes that back. Nothing that was stored gets another id: the ids of both are read as
 * one as long as they are merged.
 */
@Service
class ClientMerging {

    private static final int ATTEMPTS = 3;

    private final Clients clients;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final List<ClientFollowUp> followUps;

    ClientMerging(Clients clients, MergedIds mergedClients, EventLog eventLog, List<ClientFollowUp> followUps) {
        this.clients = clients;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.followUps = List.copyOf(followUps);
    }

    /**
     * Merges a record into another; a repeat changes nothing.
     *
     * @param check whether the caller may, asked for both
     * @return the surviving client
     */
    Client merge(ClientId id, ClientId into, Consumer<Client> check) {
        if (id.equals(into)) {
            throw Refusal.input("intoId", "must be another client");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                var _ = eventLog.record(Client.class, () -> merged(id, into, check));
                return clients.stored(into);
            } catch (DuplicateKeyException e) {
                // Both were booked for the same time meanwhile; the next try finds the pair.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Change<Client> merged(ClientId id, ClientId into, Consumer<Client> check) {
        Client client = clients.stored(id);
        Client survivor = clients.stored(into);
        check.accept(client);
        check.accept(survivor);
        if (into.equals(client.mergedInto())) {
            return Change.none(client);
        }
        if (client.mergedInto() != null || survivor.mergedInto() != null) {
            throw Refusal.state(
                    "illegal-move",
                    "One of them is merged into another client already. Undo that, or merge into that client.");
        }
        if (!clients.mergedInto(id).isEmpty()) {
            throw Refusal.state(
                    "illegal-move",
                    "Others are merged into this client. Merge the other way round, or undo those first.");
        }
        followUps.forEach(it -> it.beforeMerge(client, survivor));
        mergedClients.note(id, into);
        return client.mergeInto(into);
    }

    /** @return the client who stands for itself again */
    Client unmerge(ClientId id, Consumer<Client> check) {
        return eventLog.record(Client.class, () -> {
            Client client = clients.stored(id);
            check.accept(client);
            ClientId survivor = client.mergedInto();
            if (survivor == null) {
                throw Refusal.state("illegal-move", "This client isn't merged into another.");
            }
            followUps.forEach(it -> it.afterUnmerge(client));
            mergedClients.note(id, null);
            return client.unmerge(survivor);
        });
    }
}
