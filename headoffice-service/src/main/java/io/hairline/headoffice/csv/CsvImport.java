package io.hairline.headoffice.csv;

import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.input.LineError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes the lines of a table as changes of its aggregates: all of them are stored, or none. */
@Component
public class CsvImport {

    private final EventLog eventLog;
    private final Validator validator;

    CsvImport(EventLog eventLog, Validator validator) {
        this.eventLog = eventLog;
        this.validator = validator;
    }

    /**
     * Reads a table.
     *
     * @param column the column that names what a line is about; no two lines may be about the same
     * @param change what a line changes; it refuses a wrong line with the column's name
     */
    public <A extends Aggregate> CsvReport read(
            Class<A> type, List<CsvRow> rows, String column, boolean dryRun, Function<CsvRow, Change<A>> change) {
        return read(type, rows, column, dryRun, change, _ -> {});
    }

    /** Reads a table whose lines are named by several columns together. */
    public <A extends Aggregate> CsvReport read(
            Class<A> type,
            List<CsvRow> rows,
            List<String> columns,
            boolean dryRun,
            Function<CsvRow, Change<A>> change) {
        return read(type, rows, columns, dryRun, change, _ -> {});
    }

    /**
     * Reads a table whose changes are kept elsewhere, too.
     *
     * @param storing is told of each change in the transaction that stores it, before it is stored
     */
    public <A extends Aggregate> CsvReport read(
            Class<A> type,
            List<CsvRow> rows,
            String column,
            boolean dryRun,
            Function<CsvRow, Change<A>> change,
            Consumer<A> storing) {
        return read(type, rows, List.of(column), dryRun, change, storing);
    }

    private <A extends Aggregate> CsvReport read(
            Class<A> type,
            List<CsvRow> rows,
            List<String> columns,
            boolean dryRun,
            Function<CsvRow, Change<A>> change,
            Consumer<A> storing) {
        List<LineError> errors = new ArrayList<>();
        List<Change<A>> changes = changes(rows, columns, change, errors);
        if (errors.isEmpty() && !dryRun) {
            try {
                List<Change<A>> stored = new ArrayList<>();
                eventLog.recordAll(type, () -> {
                    stored.clear();
                    errors.clear();
                    stored.addAll(changes(rows, columns, change, errors));
                    if (!errors.isEmpty()) {
                        throw refused(errors);
                    }
                    List<Change<A>> some =
                            stored.stream().filter(it -> it.event() != null).toList();
                    some.forEach(it -> storing.accept(it.next()));
                    return some;
                });
                changes = stored.isEmpty() ? changes : stored;
            } catch (DuplicateKeyException _) {
                throw Refusal.state("code-taken", "Somebody has just added one of these. Try the file once more.");
            }
        }
        int created = (int) changes.stream().filter(CsvImport::isNew).count();
        int changed = (int) changes.stream().filter(it -> it.event() != null).count() - created;
        errors.sort(Comparator.comparingLong(LineError::line));
        return new CsvReport(created, changed, changes.size() - created - changed, errors);
    }

    /** What is made and changed in one line is new, too. */
    private static boolean isNew(Change<?> it) {
        return it.event() != null
                && (it.next().version() == 1
                        || it.others().stream()
                                .anyMatch(before -> before.next()
                                                .aggregateId()
                                                .equals(it.next().aggregateId())
                                        && isNew(before)));
    }

    private static <A extends Aggregate> List<Change<A>> changes(
            List<CsvRow> rows, List<String> columns, Function<CsvRow, Change<A>> change, List<LineError> errors) {
        List<Change<A>> changes = new ArrayList<>();
        Map<List<String>, Long> seen = new HashMap<>();
        String column = columns.getFirst();
        for (CsvRow row : rows) {
            try {
                row.check();
                List<String> name = columns.stream()
                        .map(it -> Objects.requireNonNullElse(row.text(it), ""))
                        .toList();
                Long before = row.text(column) == null ? null : seen.putIfAbsent(name, row.line());
                if (before != null) {
                    throw Refusal.input(column, "stands in line " + before + " already");
                }
                changes.add(change.apply(row));
            } catch (Refusal e) {
                errors.addAll(LineError.of(row.line(), e, ""));
            }
        }
        return changes;
    }

    static Refusal refused(List<LineError> errors) {
        return Refusal.rule(
                        "import-refused",
                        "Nothing was stored, for " + errors.size()
                                + " things in the file are wrong. Mend them and try it with dryRun=true first.")
                .with("lines", List.copyOf(errors));
    }

    /** Refuses what the API would refuse for the same values, by the name of the field. */
    public <T> T valid(T request) {
        Set<ConstraintViolation<T>> wrong = validator.validate(request);
        if (!wrong.isEmpty()) {
            ConstraintViolation<T> first = wrong.stream()
                    .min(Comparator.comparing(it -> it.getPropertyPath().toString()))
                    .orElseThrow();
            throw Refusal.input(first.getPropertyPath().toString(), first.getMessage());
        }
        return request;
    }

    /** Several commands on one aggregate, each on what the one before it left. */
    @SafeVarargs
    public static <A extends Aggregate> Change<A> inOrder(A aggregate, Function<A, Change<A>>... commands) {
        List<Function<A, Change<A>>> all = new ArrayList<>();
        for (Function<A, Change<A>> it : commands) {
            all.add(it);
        }
        return inOrder(Change.none(aggregate), all);
    }

    /** The same after a first change, such as the one that makes the aggregate. */
    public static <A extends Aggregate> Change<A> inOrder(Change<A> first, List<Function<A, Change<A>>> commands) {
        Change<A> last = first;
        for (Function<A, Change<A>> command : commands) {
            Change<A> next = command.apply(last.next());
            if (next.event() != null) {
                last = last.event() == null ? next : next.with(List.of(last));
            }
        }
        return last;
    }
}
