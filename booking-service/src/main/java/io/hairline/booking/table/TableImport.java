package io.hairline.booking.table;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TableImportId;
import io.hairline.kit.events.Aggregate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A table that was checked and is stored part by part. It has no events of its own: each line is one of what it makes.
 *
 * @param key what makes it the same table if it is sent again
 * @param clinicId absent if each line names a clinic
 * @param startedBy the caller's subject
 * @param correlationId of the request, passed on to what each line makes
 * @param duplicates how many lines may be clients already
 * @param stored how many lines are done
 */
@Document(TableImport.COLLECTION)
@TypeAlias("tableImport")
record TableImport(
        @Id TableImportId id,
        long version,
        String key,
        TableKind kind,
        @Nullable ClinicId clinicId,
        String startedBy,
        String correlationId,
        Instant startedAt,
        int lines,
        int duplicates,
        int stored,
        Instant changedAt)
        implements Aggregate {

    static final String COLLECTION = "table_imports";

    boolean isDone() {
        return stored >= lines;
    }

    TableImport advancedBy(int count, Instant now) {
        return new TableImport(
                id,
                version + 1,
                key,
                kind,
                clinicId,
                startedBy,
                correlationId,
                startedAt,
                lines,
                duplicates,
                stored + count,
                now);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
