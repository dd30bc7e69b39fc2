package io.hairline.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicTests {

    @ParameterizedTest
    @CsvSource({
        "+49 30 555 (01) 00, tel:+49305550100",
        "+442071234567, tel:+442071234567",
        "030/555-0100, tel:0305550100",
        ",''"
    })
    void isCalledByALinkThatHoldsNothingButTheNumber(@Nullable String phone, String link) {
        Clinic clinic = new Clinic(
                "cln_1",
                "BER",
                "Berlin Mitte",
                "reg_1",
                "Europe/Berlin",
                "EUR",
                52.5,
                13.4,
                null,
                null,
                phone,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(clinic.phoneLink()).isEqualTo(link);
    }
}
