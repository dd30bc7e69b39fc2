package io.hairline.booking.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTests {

    @ParameterizedTest
    @CsvSource({
        "+49 30 901820, '', +4930901820",
        "030/90 18 20, DE, +4930901820",
        "0049 (0)30 901820, DE, +4930901820",
        "(212) 555-2368, US, +12125552368",
        "+1.212.555.2368, DE, +12125552368",
        "07400 123456, GB, +447400123456",
        "'٠٧٤٠٠ ١٢٣٤٥٦', GB, +447400123456"
    })
    void readsWhatPeopleWrite(String written, String country, String e164) {
        assertThat(PhoneNumbers.e164(written, country)).contains(e164);
    }

    @ParameterizedTest
    @CsvSource({"030 901820, ''", "12, GB", "Ada Byron, GB", "+49, ''", "'', GB", "+1 000 000 0000, US", "1, XX"})
    void takesNothingElseForANumber(String written, String country) {
        assertThat(PhoneNumbers.e164(written, country)).isEmpty();
    }
}
