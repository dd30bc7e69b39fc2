package io.hairline.treatment.chartentry;

import io.hairline.contracts.ChartEntryId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.treatment.TreatmentEvent.ChartEntryAdded;
import io.hairline.contracts.treatment.TreatmentEvent.ChartEntryWithdrawn;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import java.time.Instant;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One entry of a chart.
 *
 * @param content sealed
 * @param recordedBy subject of the one who wrote it
 * @param withdrawal absent while it counts
 */
@Document("chart_entries")
@TypeAlias("chartEntry")
@PersonalData
record ChartEntry(
        @Id ChartEntryId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        EntryKind kind,
        Binary content,
        String recordedBy,
        Instant recordedAt,
        @Nullable Withdrawal withdrawal)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /**
     * Why it doesn't count any more.
     *
     * @param by subject
     * @param reason sealed
     */
    record Withdrawal(Instant at, String by, Binary reason) {}

    static Change<ChartEntry> add(
            ChartEntryId id, ClientId client, ClinicId clinic, EntryKind kind, Binary content, String by, Instant now) {
        return Change.to(
                new ChartEntry(id, 1, SCHEMA, client, clinic, kind, content, by, now, null),
                new ChartEntryAdded(id, client, clinic));
    }

    Change<ChartEntry> withdraw(Withdrawal it) {
        if (withdrawal != null) {
            throw Refusal.state("illegal-move", "The entry was withdrawn already.");
        }
        return Change.to(
                new ChartEntry(id, version + 1, schema, clientId, clinicId, kind, content, recordedBy, recordedAt, it),
                new ChartEntryWithdrawn(id, clientId, clinicId));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
