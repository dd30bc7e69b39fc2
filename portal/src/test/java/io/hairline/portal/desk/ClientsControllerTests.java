package io.hairline.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.desk.ClientsController.Enquirer;
import io.hairline.portal.input.SubmittedForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsControllerTests {

    private static final Clinic BERLIN = new Clinic(
            "cln_1",
            "BER",
            "Berlin",
            "reg_1",
            "Europe/Berlin",
            "EUR",
            52,
            13,
            1L,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ruth Anna Lang | ruth@example.org | Ruth Anna | Lang | ruth@example.org | ''",
                "Igor | +49 30 5559000 | Igor | '' | '' | +49 30 5559000"
            })
    void fillsTheFormWithTheNameAndContactOfAnEnquiry(
            String name, String contact, String given, String family, String email, String phone) {
        SubmittedForm form = ClientsController.filled(new Enquirer(name, contact), BERLIN, "");

        assertThat(form.text("givenName")).isEqualTo(given);
        assertThat(form.text("familyName")).isEqualTo(family);
        assertThat(form.text("email")).isEqualTo(email);
        assertThat(form.text("phone")).isEqualTo(phone);
        assertThat(form.text("zone")).isEqualTo("Europe/Berlin");
    }
}
