package io.hairline.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageLanguagesTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, de, de",
                "none, de-CH, de-CH",
                "none, en-GB, en-GB",
                "none, tr, en",
                "none, zh-Hant-TW, en",
                "none, de-Latn-AT, de-AT",
                "none, fr-u-ca-buddhist, fr",
                "es, de, es",
                "tr, de, de",
                "tr, pl, en",
                "none, !, en",
            })
    void takesTheFirstThatLettersAreWrittenIn(String preferred, String contacts, String chosen) {
        assertThat(MessageLanguages.of(preferred, contacts)).isEqualTo(Locale.forLanguageTag(chosen));
    }
}
