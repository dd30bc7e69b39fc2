package io.hairline.booking.client;

import io.hairline.booking.client.search.BrandWideSearches;
import io.hairline.booking.client.search.SearchKeys;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.security.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Registers clients, and finds records that may be of the same person. */
@Service
public class ClientRegistration {

    private static final int GUESTS_CLIENTS = 1;
    private static final int AT_ONCE = 250;

    private final EventLog eventLog;
    private final Clients clients;
    private final ClientKeySearch keySearch;
    private final ClientEncryption encryption;
    private final ReferenceData referenceData;
    private final BrandWideSearches searches;
    private final List<ClientFollowUp> followUps;

    ClientRegistration(
            EventLog eventLog,
            Clients clients,
            ClientKeySearch keySearch,
            ClientEncryption encryption,
            ReferenceData referenceData,
            BrandWideSearches searches,
            List<ClientFollowUp> followUps) {
        this.eventLog = eventLog;
        this.clients = clients;
        this.keySearch = keySearch;
        this.encryption = encryption;
        this.referenceData = referenceData;
        this.searches = searches;
        this.followUps = List.copyOf(followUps);
    }

    /** The country of a clinic, ISO 3166. */
    String countryOf(ClinicId home) {
        return referenceData
                .clinic(home)
                .orElseThrow(() ->
                        Refusal.input("homeClinicId", "is not a clinic of the brand; GET /api/v1/clinics lists them"))
                .country();
    }

    Client register(Client.Particulars particulars, ClinicId home, Caller caller, boolean allowDuplicate) {
        ClientId id = new ClientId(Ids.next(ClientId.PREFIX));
        return eventLog.once(Client.class, () -> {
            if (caller.isGuest() && clients.countRegisteredBy(caller.subject()) >= GUESTS_CLIENTS) {
                throw onlyOne();
            }
            List<Client> suspects = suspects(particulars);
            if (caller.isStaff() && !suspects.isEmpty() && !allowDuplicate) {
                searches.admit(caller, BrandWideSearches.Kind.DUPLICATES, suspects);
                throw duplicateSuspected(suspects, caller);
            }
            List<ClientId> named = suspects.stream().map(Client::id).toList();
            try {
                return record(id, particulars, home, caller.subject(), named);
            } catch (DuplicateKeyException _) {
                throw onlyOne();
            }
        });
    }

    private Refusal duplicateSuspected(List<Client> suspects, Caller caller) {
        return Refusal.state(
                        "duplicate-suspected",
                        "This person may be a client already. Take one of the candidates, or send allowDuplicate.")
                .with(
                        "candidates",
                        suspects.stream()
                                .map(it -> ClientView.of(it, encryption.open(it), caller))
                                .toList());
    }

    private static Refusal onlyOne() {
        return new Refusal(Refusal.Kind.FORBIDDEN, "forbidden", "A visitor can register one client. Log in for more.");
    }

    /** Registers a client under an id that the caller has chosen, without looking for duplicates. */
    public Client register(ClientId id, Client.Particulars particulars, ClinicId home, String registeredBy) {
        return record(id, particulars, home, registeredBy, List.of());
    }

    private Client record(
            ClientId id, Client.Particulars it, ClinicId home, String registeredBy, List<ClientId> suspects) {
        return eventLog.record(Client.class, () -> {
            Change<Client> registered = registered(id, it, home, registeredBy, suspects);
            return registered.with(followUps(List.of(registered.next())));
        });
    }

    private Change<Client> registered(
            ClientId id, Client.Particulars it, ClinicId home, String registeredBy, List<ClientId> suspects) {
        Binary sealed = encryption.seal(it, id);
        SearchKeys keys = encryption.keys(it, home);
        return Client.register(id, sealed, keys, home, registeredBy, suspects);
    }

    private List<Change<?>> followUps(List<Client> registered) {
        return followUps.stream()
                .flatMap(it -> it.afterRegistration(registered).stream())
                .toList();
    }

    /**
     * Somebody to be registered.
     *
     * @param suspects clients who may be the same person
     */
    public record Newcomer(Client.Particulars particulars, ClinicId home, List<ClientId> suspects) {}

    /** Registers all of them in one transaction, or none. */
    public List<Client> registerAll(List<Newcomer> newcomers, String registeredBy) {
        List<ClientId> ids = newcomers.stream()
                .map(_ -> new ClientId(Ids.next(ClientId.PREFIX)))
                .toList();
        return eventLog.recordAll(Client.class, () -> {
            List<Change<Client>> changes = new ArrayList<>();
            for (int index = 0; index < newcomers.size(); index++) {
                Newcomer it = newcomers.get(index);
                changes.add(registered(ids.get(index), it.particulars(), it.home(), registeredBy, it.suspects()));
            }
            List<Change<?>> others =
                    followUps(changes.stream().map(Change::next).toList());
            changes.addLast(changes.removeLast().with(others));
            return changes;
        });
    }

    /** As {@link #suspects(Client.Particulars)} for each of many, in their order, with few queries. */
    public List<List<Client>> suspects(List<Client.Particulars> all) {
        List<List<Client>> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(suspectsAtOnce(all.subList(from, Math.min(from + AT_ONCE, all.size()))));
        }
        return found;
    }

    private List<List<Client>> suspectsAtOnce(List<Client.Particulars> some) {
        Map<String, List<Client>> known = new HashMap<>(keySearch.storedWith(
                some.stream().flatMap(it -> Stream.of(phone(it), email(it))).toList()));
        known.putAll(keySearch.storedWithNameAndBirth(
                some.stream().map(this::nameAndBirth).toList()));
        return some.stream()
                .map(it -> Stream.of(phone(it), email(it), nameAndBirth(it))
                        .flatMap(token -> known.getOrDefault(token, List.of()).stream())
                        .toList())
                .map(clients::survivors)
                .toList();
    }

    private String phone(Client.Particulars it) {
        return encryption.phone(it.phone());
    }

    private String email(Client.Particulars it) {
        return encryption.email(it.email());
    }

    private String nameAndBirth(Client.Particulars it) {
        return encryption.nameAndBirth(it.name(), it.dateOfBirth().toString());
    }

    /** Clients who may be the same person: with the same phone, e-mail address, or name and date of birth. */
    public List<Client> suspects(Client.Particulars it) {
        Map<ClientId, Client> found = new LinkedHashMap<>();
        keySearch.withPhone(it.phone()).forEach(client -> found.put(client.id(), client));
        keySearch.withEmail(it.email()).forEach(client -> found.put(client.id(), client));
        keySearch
                .withNameAndBirth(it.name(), it.dateOfBirth().toString())
                .forEach(client -> found.put(client.id(), client));
        return List.copyOf(found.values());
    }
}
