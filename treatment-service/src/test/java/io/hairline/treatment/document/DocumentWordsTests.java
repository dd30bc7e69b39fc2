package io.hairline.treatment.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentWordsTests {

    private static final Path WORDS = Path.of("src/main/resources/documents");
    private static final Path PAGES = Path.of("../portal/src/main/resources/messages");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Leicht",
                "fr-CH, de;q=0.7 | Léger",
                "pt, es;q=0.5 | Leve",
                "it | Mild",
                "*** | Mild",
                "'' | Mild"
            })
    void areInTheFirstLanguageOfOursThatTheCallerReads(String accepted, String mild) {
        assertThat(DocumentWords.accepted(accepted).code("harm.severity", "MILD"))
                .isEqualTo(mild);
    }

    @Test
    void leaveACodeThatIsNewerThanTheyAre() {
        assertThat(DocumentWords.accepted("de").code("harm.severity", "FATAL")).isEqualTo("FATAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_es", "_fr"})
    void callCodesAsThePagesDo(String language) throws IOException {
        Properties words = read(WORDS.resolve("words" + language + ".properties"));
        Properties pages = read(PAGES.resolve("codes" + language + ".properties"));
        pages.putAll(read(PAGES.resolve("treatment" + language + ".properties")));

        assertThat(words.stringPropertyNames())
                .isEqualTo(read(WORDS.resolve("words.properties")).stringPropertyNames())
                .filteredOn(it -> it.matches(".*[.][A-Z0-9_]+"))
                .hasSizeGreaterThan(30)
                .allSatisfy(it -> assertThat(words.getProperty(it)).as(it).isEqualTo(pages.getProperty(it)));
        assertThat(words.values()).noneMatch(it -> it.toString().contains("'"));
    }

    private static Properties read(Path file) throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return words;
    }
}
