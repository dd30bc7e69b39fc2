package io.hairline.booking.table;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TableImportId;
import io.hairline.kit.Ids;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Stores tables that were checked, a part in each transaction, because a transaction has four seconds. All parts are kept
 * before the first is stored, so that a table goes on by itself to its end, also after a restart.
 */
@Service
public class TableStorage implements DueWorkHandler {

    /** Lines that one transaction stores. */
    public static final int AT_ONCE = 100;

    private static final String KIND = "table-part";

    private final TableImports imports;
    private final Map<TableKind, TableWriter<?>> writers;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;

    TableStorage(TableImports imports, List<TableWriter<?>> writers, EventLog eventLog, DueWork dueWork, Clock clock) {
        this.imports = imports;
        this.writers = writers.stream().collect(Collectors.toMap(TableWriter::kind, Function.identity()));
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /**
     * A table whose lines are right.
     *
     * @param key what makes it the same table if it is sent again; null if its lines know themselves what is stored already
     * @param clinic absent if each line names a clinic
     * @param duplicates how many lines may be clients already
     * @param by the caller's subject
     */
    public record Checked<R>(
            TableKind kind,
            @Nullable String key,
            @Nullable ClinicId clinic,
            List<R> lines,
            int duplicates,
            String by) {}

    /** What a table is known by: its kind, what it is for, and all its bytes. */
    public static String key(TableKind kind, String scope, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((kind + "|" + scope + "|").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Begins, and tells by which id to follow it; the same table sent again is the one that was begun. */
    public TableImportId start(Checked<?> table) {
        TableImportId id = new TableImportId(Ids.next(TableImportId.PREFIX));
        String correlation = RequestContext.current().correlationId();
        String key = table.key() == null ? id.value() : table.key();
        return eventLog.record(TableImport.class, () -> {
                    Instant now = clock.instant();
                    return Change.none(imports.withKey(key).orElseGet(() -> {
                        TableImport it = new TableImport(
                                id,
                                1,
                                key,
                                table.kind(),
                                table.clinic(),
                                table.by(),
                                correlation,
                                now,
                                table.lines().size(),
                                table.duplicates(),
                                0,
                                now);
                        keep(it, table.lines());
                        return it;
                    }));
                })
                .id();
    }

    private void keep(TableImport it, List<?> lines) {
        imports.insert(it);
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            imports.insertPart(it, from, lines.subList(from, Math.min(from + AT_ONCE, lines.size())));
        }
        dueWork.at(it.changedAt(), KIND, it.id().value());
    }

    /** Whether its next part failed so often that it isn't tried any more. What is stored stays, in the table's order. */
    boolean isStopped(TableImport it) {
        return !it.isDone() && dueWork.isParked(it.changedAt(), KIND, it.id().value());
    }

    /** Tries the next part again; changes nothing for a table that isn't stopped. */
    void retry(TableImport it) {
        dueWork.replay(it.changedAt(), KIND, it.id().value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One part; what else is due comes between two. */
    @Override
    public void run(DueItem item) {
        TableImport table = imports.require(new TableImportId(item.subject()));
        imports.nextPart(table.id()).ifPresent(part -> {
            RequestContext sender = new RequestContext(table.startedBy(), table.correlationId(), null, null);
            write(part, table, sender);
            imports.remove(part);
            TableImport next = table.advancedBy(part.count(), clock.instant());
            imports.replace(next);
            if (!next.isDone()) {
                dueWork.at(next.changedAt(), KIND, next.id().value());
            }
        });
    }

    private void write(TableImports.Part part, TableImport table, RequestContext sender) {
        TableWriter<?> writer = writers.get(table.kind());
        if (writer == null) {
            throw new IllegalStateException("Nobody stores " + table.kind());
        }
        var _ = sender.run(() -> {
            write(part, writer, table.startedBy());
            return part;
        });
    }

    private <R> void write(TableImports.Part part, TableWriter<R> writer, String by) {
        writer.write(imports.lines(part, writer.lineType()), by);
    }
}
