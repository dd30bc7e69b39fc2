package io.hairline.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTests {

    @ParameterizedTest
    @CsvSource({
        "de, de",
        "de-CH, de-CH",
        "en-gb, en-GB",
        "ZH-hant, zh-Hant",
        "zh-Hant-TW, zh-Hant-TW",
        "fil, fil",
        "es-419, es-419"
    })
    void takesLanguagesThatThereAre(String written, String kept) {
        assertThat(LanguageTag.parse(written)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "e", "en_GB", "de_DE", "en-QX", "german", "klingon!", "--"})
    void refusesLanguagesThatThereAreNot(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LanguageTag.parse(written))
                .withMessageContaining("BCP 47");
    }
}
