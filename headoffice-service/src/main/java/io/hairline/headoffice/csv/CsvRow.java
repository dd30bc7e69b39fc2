package io.hairline.headoffice.csv;

import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of an import by its columns; what can't be read is refused by the name of its column. */
public record CsvRow(long line, Map<String, String> cells) {

    private static final int MOST_DIGITS = 18;

    public CsvRow {
        cells = Map.copyOf(cells);
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

    /** A whole number. */
    public int whole(String column) {
        try {
            return Integer.parseInt(required(column));
        } catch (NumberFormatException _) {
            throw Refusal.input(column, "must be a whole number");
        }
    }
}
