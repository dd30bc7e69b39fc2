package io.hairline.headoffice.csv;

import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlainText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file: UTF-8, the first line with the names of the columns, commas or semicolons between them.
 *
 * <p>A cell that a spreadsheet would take for a formula is written with an apostrophe before it, which reading takes off.
 */
final class CsvFile {

    static final int MOST_LINES = 5_000;

    private static final String FILE = "file";
    private static final String FORMULA = "[=+\\-@\\t\\r].*";
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    private CsvFile() {}

    static List<CsvRow> read(byte[] bytes, List<String> columns) {
        String text = text(bytes);
        int headerEnd = text.indexOf('\n');
        String header = headerEnd < 0 ? text : text.substring(0, headerEnd);
        char separator = header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<CsvRow> rows = new ArrayList<>();
            List<String> names = List.of();
            for (CSVRecord line : parser) {
                if (names.isEmpty()) {
                    names = names(line, columns);
                } else {
                    rows.add(row(parser.getCurrentLineNumber(), line, names));
                }
                if (rows.size() > MOST_LINES) {
                    throw Refusal.input(FILE, "must have at most " + MOST_LINES + " lines; split it");
                }
            }
            if (rows.isEmpty()) {
                throw Refusal.input(FILE, "must have a line with the names of the columns and at least one more");
            }
            return rows;
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.input(FILE, "is no CSV that can be read: " + e.getMessage());
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw Refusal.input(FILE, "must be text in UTF-8");
        }
    }

    private static List<String> names(CSVRecord line, List<String> columns) {
        List<String> names = line.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!columns.contains(name)) {
                throw Refusal.input(FILE, "has a column " + name + "; there are " + String.join(", ", columns));
            }
            if (!seen.add(name)) {
                throw Refusal.input(FILE, "has the column " + name + " twice");
            }
        }
        return names;
    }

    private static CsvRow row(long lineNumber, CSVRecord line, List<String> names) {
        if (line.size() != names.size()) {
            return CsvRow.unreadable(
                    lineNumber, "", "has " + line.size() + " values where the first line names " + names.size());
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            try {
                cells.put(names.get(i), cell(line.get(i)));
            } catch (PlainText.NotPlain e) {
                return CsvRow.unreadable(lineNumber, names.get(i), e.rule());
            }
        }
        return new CsvRow(lineNumber, cells);
    }

    private static String cell(String written) {
        String text = PlainText.line(written);
        return text.startsWith("'") && text.substring(1).matches(FORMULA) ? text.substring(1) : text;
    }

    static String write(List<String> columns, List<List<String>> rows) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (List<String> row : rows) {
                printer.printRecord(row.stream()
                        .map(it -> it.matches(FORMULA) && !it.matches(NUMBER) ? "'" + it : it)
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
