package io.hairline.portal.royalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.input.SubmittedForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class AgreementControllerTests {

    /** Head office refuses it and names the field. */
    @ParameterizedTest
    @CsvSource({"2027-03,2027-03-01", "2027-13,2027-13-01", "soon,soon"})
    void passesOnAMonthThatIsNone(String month, String from) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("month", month);

        assertThat(AgreementController.body(new SubmittedForm(fields), "cln_1")).containsEntry("from", from);
    }
}
