package io.hairline.booking.client.erasure;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.booking.client.Clients;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.KeptData;
import io.hairline.kit.Ids;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Erases clients, and gathers what the other services say of their parts. */
@Service
class ErasureHandling {

    /** What everybody knows first: name, date of birth and contact. */
    private static final String PARTICULARS = "PARTICULARS";

    /** The broker removes it; nobody has to. */
    static final String BY_ITSELF = "COMPACTION";

    private final Clients clients;
    private final Erasures erasures;
    private final List<ClientFollowUp> followUps;
    private final RetentionEnd retentionEnd;
    private final EventLog eventLog;
    private final Clock clock;

    ErasureHandling(
            Clients clients,
            Erasures erasures,
            List<ClientFollowUp> followUps,
            RetentionEnd retentionEnd,
            EventLog eventLog,
            Clock clock) {
        this.clients = clients;
        this.erasures = erasures;
        this.followUps = List.copyOf(followUps);
        this.retentionEnd = retentionEnd;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /** Erases all records of a person in booking, at once, or none. */
    Erasure request(ClientId client, String by, Consumer<Client> check) {
        ErasureId id = new ErasureId(Ids.next(ErasureId.PREFIX));
        Erasure erasure = eventLog.record(Erasure.class, () -> {
            Client survivor = clients.require(client);
            check.accept(survivor);
            List<Client> records = new ArrayList<>(List.of(survivor));
            records.addAll(clients.mergedInto(survivor.id()));
            List<Change<?>> changes = new ArrayList<>();
            List<Erasure.Answer> answers =
                    records.stream().map(it -> erase(it, id, changes)).toList();
            Change<Erasure> requested = Erasure.request(
                            id,
                            records.stream().map(Client::id).toList(),
                            survivor.homeClinicId(),
                            by,
                            clock.instant(),
                            answers)
                    .with(changes);
            retentionEnd.plan(requested.next());
            return requested;
        });
        erasure.records().forEach(clients::forget);
        return erasure;
    }

    private Erasure.Answer erase(Client it, ErasureId id, List<Change<?>> changes) {
        List<String> erased = new ArrayList<>(List.of(PARTICULARS));
        List<KeptData> kept = new ArrayList<>();
        kept.add(new KeptData("CONTACT_TOPIC", BY_ITSELF, today().plusDays(2)));
        for (ClientFollowUp followUp : followUps) {
            ClientFollowUp.Erased part = followUp.onErasure(it);
            erased.addAll(part.erased());
            kept.addAll(part.kept());
            changes.addAll(part.changes());
        }
        changes.add(it.erase(id));
        return new Erasure.Answer(it.id(), Erasure.BOOKING, clock.instant(), erased, kept);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** For a client whom booking never erased there is no report. */
    void answered(String service, ClientId client, List<String> erased, List<KeptData> kept) {
        erasures.of(client)
                .ifPresent(it -> eventLog.record(
                        Erasure.class,
                        () -> erasures.require(it.id())
                                .answered(
                                        new Erasure.Answer(client, service, clock.instant(), erased, kept),
                                        clock.instant())));
    }
}
