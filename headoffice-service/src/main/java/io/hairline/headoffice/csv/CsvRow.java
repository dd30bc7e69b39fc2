package io.hairline.headoffice.csv;

import io.hairline.kit.Refusal;
import io.hairline.kit.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of an import by its columns; what can't be read is refused by the name of its column.
 *
 * @param unreadable why its cells can't be told apart or read; absent for a line that is whole
 */
public record CsvRow(
        long line, Map<String, String> cells, @Nullable FieldError unreadable) {

    private static final int MOST_DIGITS = 18;

    public CsvRow {
        cells = Map.copyOf(cells);
    }

    CsvRow(long line, Map<String, String> cells) {
        this(line, cells, null);
    }

    static CsvRow unreadable(long line, String column, String rule) {
        return new CsvRow(line, Map.of(), new FieldError(column, rule));
    }

    /** Refuses a line that can't be read. */
    void check() {
        if (unreadable != null) {
            throw Refusal.input(unreadable.field(), unreadable.message());
        }
    }

    /** Null where the cell is empty or the file lacks the column. */
    public @Nullable String text(String column) {
        String text = cells.getOrDefault(column, "");
        return text.isEmpty() ? null : text;
    }

    /** The same where it mustn't be empty. */
    public String required(String column) {
        String text = text(column);
        if (text == null) {
            throw Refusal.input(column, "must not be empty");
        }
        return text;
    }

    /** A number with a point, such as 52.5244. */
    public BigDecimal decimal(String column) {
        String text = required(column);
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS) {
                return number;
            }
        } catch (NumberFormatException _) {
            // refused below, with the form that is wanted
        }
        throw Refusal.input(column, "must be a number such as 52.5244");
    }

    /** A local day such as 2027-12-31. */
    public LocalDate day(String column) {
        try {
            return LocalDate.parse(required(column));
        } catch (DateTimeException _) {
            throw Refusal.input(column, "must be a day such as 2027-12-31");
        }
    }

    /** One of the names of an enum. */
    public <E extends Enum<E>> E oneOf(String column, Class<E> type) {
        String text = required(column);
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.input(
                        column,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * The id of something that is there.
     *
     * @param rule what is said of one that has another form or that nothing has
     */
    public <I> I id(String column, Function<String, I> form, String rule, Predicate<I> exists) {
        try {
            I id = form.apply(required(column));
            if (exists.test(id)) {
                return id;
            }
        } catch (IllegalArgumentException _) {
            // refused below like any other id that nothing has
        }
        throw Refusal.input(column, rule);
    }

    /**
     * What is there under an id.
     *
     * @param rule what is said of one that has another form or that nothing has
     */
    public <I, T> T known(String column, Function<String, I> form, String rule, Function<I, Optional<T>> find) {
        try {
            return find.apply(form.apply(required(column))).orElseThrow(() -> Refusal.input(column, rule));
        } catch (IllegalArgumentException _) {
            throw Refusal.input(column, rule);
        }
    }

    /** A whole number. */
    public int whole(String column) {
        try {
            return Integer.parseInt(required(column));
        } catch (NumberFormatException _) {
            throw Refusal.input(column, "must be a whole number");
        }
    }
}
