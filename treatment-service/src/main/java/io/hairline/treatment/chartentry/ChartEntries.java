package io.hairline.treatment.chartentry;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ChartEntryId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.encryption.ChartEncryption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Keeps what is written into charts outside an appointment. */
@Service
public class ChartEntries implements Indexes {

    private static final String CLIENT = "clientId";
    private static final String CONTENT = "content";
    private static final String REASON = "reason";

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final ChartEncryption encryption;
    private final MergedIds mergedClients;
    private final Clock clock;

    ChartEntries(
            MongoTemplate mongo, EventLog eventLog, ChartEncryption encryption, MergedIds mergedClients, Clock clock) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.encryption = encryption;
        this.mergedClients = mergedClients;
        this.clock = clock;
    }

    ChartEntry add(ClientId client, ClinicId clinic, EntryKind kind, Object content) {
        return add(client, clinic, kind, content, () -> {});
    }

    /** @param check refuses what may not be added */
    ChartEntry add(ClientId client, ClinicId clinic, EntryKind kind, Object content, Runnable check) {
        ChartEntryId id = new ChartEntryId(Ids.next(ChartEntryId.PREFIX));
        String by = RequestContext.current().actor();
        return eventLog.record(ChartEntry.class, () -> {
            check.run();
            return ChartEntry.add(
                    id, client, clinic, kind, encryption.seal(content, client, id, CONTENT), by, clock.instant());
        });
    }

    ChartEntry withdraw(ChartEntryId id, String reason, Consumer<ChartEntry> precondition) {
        String by = RequestContext.current().actor();
        return eventLog.record(ChartEntry.class, () -> {
            ChartEntry it = mongo.findById(id, ChartEntry.class);
            if (it == null) {
                throw Refusal.notFound();
            }
            precondition.accept(it);
            return it.withdraw(
                    new ChartEntry.Withdrawal(clock.instant(), by, encryption.seal(reason, it.clientId(), id, REASON)));
        });
    }

    Optional<ChartEntry> find(ChartEntryId id, ClientId client) {
        return Optional.ofNullable(mongo.findById(id, ChartEntry.class))
                .filter(it -> mergedClients.same(it.clientId(), client));
    }

    <T> T contentOf(ChartEntry it, Class<T> type) {
        return encryption.open(it.content(), it.clientId(), it.id(), CONTENT, type);
    }

    String reasonOf(ChartEntry it, ChartEntry.Withdrawal withdrawal) {
        return encryption.open(withdrawal.reason(), it.clientId(), it.id(), REASON, String.class);
    }

    /** Latest first, withdrawn ones too. */
    List<ChartEntry> of(ClientId client, EntryKind kind) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client).and("kind").is(kind))
                        .with(Sort.by("_id").descending()),
                ChartEntry.class);
    }

    /** The client's allergies that count, of those that these clinics wrote down. */
    public List<Allergy> allergiesOf(ClientId client, Predicate<ClinicId> writtenIn) {
        return counting(client, EntryKind.ALLERGY)
                .filter(it -> writtenIn.test(it.clinicId()))
                .map(it -> contentOf(it, Allergy.class))
                .toList();
    }

    /** The questions for which a doctor's note answers on a local day. */
    public Set<String> answeredByDoctorOn(ClientId client, LocalDate day) {
        return counting(client, EntryKind.DOCTORS_NOTE)
                .map(it -> contentOf(it, DoctorsNote.class))
                .filter(it -> it.countsOn(day))
                .flatMap(it -> it.findings().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<ChartEntry> counting(ClientId client, EntryKind kind) {
        return of(client, kind).stream().filter(it -> it.withdrawal() == null);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("chart_entries").createIndex(ascending(CLIENT, "kind", "_id"));
    }
}
