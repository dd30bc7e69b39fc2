package io.hairline.headoffice.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.kit.Refusal;
import io.hairline.kit.Refusal.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTests {

    private static final List<String> COLUMNS = List.of("code", "name", "price");

    @Test
    void readsColumnsInAnyOrderWithSemicolonsAndAByteOrderMark() {
        List<CsvRow> rows = read("\uFEFFname;code\r\n\"Berlin; Mitte\";BER\r\n\r\nVienna;VIE\r\n");

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().text("name")).isEqualTo("Berlin; Mitte");
        assertThat(rows.getFirst().text("price")).isNull();
        assertThat(rows.getLast().line()).isEqualTo(4);
        assertThat(rows.getLast().required("code")).isEqualTo("VIE");
    }

    @Test
    void refusesWhatIsNoTableAndSaysWhy() {
        refused("code,name", "at least one more");
        refused("code,colour\nBER,red", "colour");
        refused("code,code\nBER,BER", "twice");
        refused("code,name\n\"BER,x", "no CSV");
        assertThatThrownBy(() -> CsvFile.read(new byte[] {'c', (byte) 0xC3, 'x'}, COLUMNS))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().message()).contains("UTF-8"));
    }

    @Test
    void keepsALineThatCannotBeReadAmongTheOthers() {
        List<CsvRow> rows =
                read("code,name\nBER\nHAM,Hamburg\nVIE,V,1\nLON,Lon\u202Edon\nMAN,Man\u200B\n\"NYC\nx\",y\n");

        assertThat(rows.get(1).text("name")).isEqualTo("Hamburg");
        assertThat(rows.get(0).unreadable()).isEqualTo(new FieldError("", "has 1 values where the first line names 2"));
        assertThat(rows.get(2).unreadable()).isEqualTo(new FieldError("", "has 3 values where the first line names 2"));
        assertThat(rows.get(3).unreadable())
                .isEqualTo(new FieldError("name", "must be plain text; it holds U+202E, which can't be shown"));
        assertThat(Objects.requireNonNull(rows.get(4).unreadable()).message()).contains("U+200B");
        assertThat(Objects.requireNonNull(rows.get(5).unreadable()).message()).contains("line breaks");
        assertThatThrownBy(() -> rows.getFirst().check()).isInstanceOf(Refusal.class);
    }

    @Test
    void keepsTextInTheFormThatRequestsHave() {
        assertThat(read("code,name\nBER,Zu\u0308rich\u00A0\n").getFirst().text("name"))
                .isEqualTo("Z\u00FCrich");
    }

    private static void refused(String csv, String reason) {
        assertThatThrownBy(() -> read(csv))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().message()).contains(reason));
    }

    @Test
    void letsNoSpreadsheetTakeAValueForAFormula() {
        String csv = CsvFile.write(COLUMNS, List.of(List.of("BER", "=HYPERLINK(\"x\")", "-1.50")));

        assertThat(csv).contains("'=HYPERLINK").contains(",-1.50");
        assertThat(read(csv).getFirst().text("name")).isEqualTo("=HYPERLINK(\"x\")");
    }

    /** Whatever is written is read again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsWhatItWrites(long seed) {
        Random random = new Random(seed);
        String letters = "abc,;\"'=+-@ äß€0 1";
        List<List<String>> written = new ArrayList<>();
        for (int row = 0; row < 200; row++) {
            written.add(IntStream.range(0, COLUMNS.size())
                    .mapToObj(_ -> IntStream.range(0, random.nextInt(8))
                            .mapToObj(_ -> letters.substring(random.nextInt(letters.length()))
                                    .substring(0, 1))
                            .collect(Collectors.joining()))
                    .map(it -> it.strip())
                    .map(it -> it.matches("'[=+\\-@].*") ? "" : it)
                    .toList());
        }
        written.removeIf(it -> it.stream().allMatch(String::isEmpty));

        List<CsvRow> read = read(CsvFile.write(COLUMNS, written));

        assertThat(read.stream()
                        .map(row -> COLUMNS.stream()
                                .map(it -> row.cells().getOrDefault(it, ""))
                                .toList()))
                .isEqualTo(written);
    }

    private static List<CsvRow> read(String csv) {
        return CsvFile.read(csv.getBytes(StandardCharsets.UTF_8), COLUMNS);
    }
}
