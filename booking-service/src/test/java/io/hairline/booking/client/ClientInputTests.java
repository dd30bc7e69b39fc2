package io.hairline.booking.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hairline.kit.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientInputTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static Client.Particulars register(String email) {
        return particulars("Ada", LocalDate.of(1990, 12, 10), email, "en");
    }

    private static Client.Particulars particulars(String givenName, LocalDate birth, String email, String language) {
        return ClientInput.particulars(
                new ClientInput.Sent(givenName, null, birth, email, "+44 7400 123456", language, "Europe/London"),
                "GB",
                TODAY);
    }

    private static String language(String tag) {
        return particulars("Ada", LocalDate.of(1990, 12, 10), "ada@example.com", tag)
                .language();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada.Lovelace@Example.com", "łukasz.x@example.com", "İpek@straße.example"})
    void keepsAnAddressAsItWasWritten(String email) {
        assertThat(register(email).email()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@localhost", "\"a da\"@example.com", "a da@example.com", "ada@[192.0.2.1]"})
    void saysAtOnceWhichAddressCannotBeMailed(String email) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register(email))
                .satisfies(it -> assertThat(it.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("email")));
    }

    @ParameterizedTest
    @CsvSource({"de, de", "en-gb, en-GB", "ZH-hant, zh-Hant", "fil, fil", "es-419, es-419"})
    void takesLanguagesThatThereAre(String tag, String kept) {
        assertThat(language(tag)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "e", "en_GB", "en-QX", "german", "--"})
    void refusesLanguagesThatThereAreNot(String tag) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> language(tag))
                .satisfies(it -> assertThat(it.errors().getFirst().field()).isEqualTo("language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"O", "Nuñez-O’Brien", "王", "नमिता", "J.", "J.R.R.", "St. John", "Dr. Ada"})
    void takesNamesAsPeopleHaveThem(String name) {
        assertThat(particulars(name, LocalDate.of(1990, 12, 10), "ada@example.com", "en")
                        .name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\nB",
                "A\u0000",
                "A\u202EB",
                "A\u200BB",
                "A\u200DB",
                "-",
                "7",
                "Win at example.com",
                "https://x",
                "a@b",
                "<b>Ada"
            })
    void refusesWhatIsNoName(String name) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> particulars(name, LocalDate.of(1990, 12, 10), "ada@example.com", "en"));
    }

    @Test
    void takesAdultsAlone() {
        assertThat(particulars("Ada", TODAY.minusYears(18), "ada@example.com", "en")
                        .dateOfBirth())
                .isEqualTo(TODAY.minusYears(18));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> particulars("Ada", TODAY.minusYears(18).plusDays(1), "ada@example.com", "en"))
                .satisfies(it -> assertThat(it.slug()).isEqualTo("client-underage"));
    }
}
