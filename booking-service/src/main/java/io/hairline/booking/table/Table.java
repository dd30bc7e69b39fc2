package io.hairline.booking.table;

import io.hairline.kit.Refusal;
import io.hairline.kit.input.LineError;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table: UTF-8, a line of names first, parted by commas or semicolons. */
public final class Table {

    public static final int MOST_LINES = 5_000;

    /** As many as a request with a table may have. */
    public static final int MOST_BYTES = 2_000_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String TABLE = "table";

    private Table() {}

    /** The refusal of a table of which nothing is stored. */
    public static Refusal refused(List<LineError> errors) {
        return Refusal.rule(
                        "import-refused",
                        "Nothing is stored: %s. A dry run lists what is wrong beforehand."
                                .formatted(
                                        errors.size() == 1
                                                ? "1 line isn't as it must be"
                                                : errors.size() + " lines aren't as they must be"))
                .with("accepted", 0)
                .with("lines", errors);
    }

    /**
     * Which columns a table may have.
     *
     * @param widths by name, with the most characters that a field of each may have
     * @param needed those that must be there
     */
    public record Columns(Map<String, Integer> widths, List<String> needed) {}

    /**
     * One line.
     *
     * @param number of the line in the file, the names being line 1
     * @param tooLong the first field with more characters than its column allows; empty if there is none
     */
    public record Line(long number, Map<String, String> fields, String tooLong) {

        /** Empty where the table lacks the column. */
        public String field(String name) {
            return fields.getOrDefault(name, "").strip();
        }

        /** Refuses a line that isn't like the first one, or has a field that is too long. */
        public void check() {
            if (tooLong.equals("*")) {
                throw Refusal.input("line", "has more or fewer fields than the first line has names");
            }
            if (!tooLong.isEmpty()) {
                throw Refusal.input(tooLong, "is too long");
            }
        }
    }

    /** Refuses what is no such table, or too large. */
    public static List<Line> read(byte[] body, Columns columns) {
        if (body.length > MOST_BYTES) {
            throw Refusal.input(
                    TABLE, "must be 2,000,000 bytes at most; split it, and send the parts one after the other");
        }
        String text = text(body);
        int end = text.indexOf('\n');
        String names = end < 0 ? text : text.substring(0, end);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(names.contains(";") ? ';' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            checkNames(parser.getHeaderNames(), columns);
            return lines(parser, columns);
        } catch (IllegalArgumentException | UncheckedIOException | IOException e) {
            throw Refusal.input(
                    TABLE, "must be a table as CSV: look for a missing quote, or a column that comes twice");
        }
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw Refusal.input(TABLE, "must be in UTF-8; save the table as CSV UTF-8");
        }
    }

    private static void checkNames(List<String> names, Columns columns) {
        for (String name : names) {
            if (!columns.widths().containsKey(name)) {
                throw Refusal.input(
                        TABLE,
                        "has a column that isn't known; the first line may name "
                                + String.join(
                                        ", ",
                                        columns.widths().keySet().stream()
                                                .sorted()
                                                .toList()));
            }
        }
        for (String name : columns.needed()) {
            if (!names.contains(name)) {
                throw Refusal.input(TABLE, "must have the column " + name);
            }
        }
    }

    private static List<Line> lines(CSVParser parser, Columns columns) {
        List<Line> lines = new ArrayList<>();
        for (CSVRecord it : parser) {
            if (lines.size() == MOST_LINES) {
                throw Refusal.input(
                        TABLE,
                        String.format(
                                Locale.ROOT,
                                "must have %,d lines at most and has more; split it, and send the parts one after the other",
                                MOST_LINES));
            }
            Map<String, String> fields = it.toMap();
            String tooLong = fields.entrySet().stream()
                    .filter(field ->
                            field.getValue().length() > columns.widths().getOrDefault(field.getKey(), 0))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .findFirst()
                    .orElse("");
            lines.add(new Line(it.getRecordNumber() + 1, fields, it.isConsistent() ? tooLong : "*"));
        }
        if (lines.isEmpty()) {
            throw Refusal.input(TABLE, "has no lines");
        }
        return lines;
    }
}
