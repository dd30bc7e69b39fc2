package io.hairline.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicFormControllerTests {

    /** Head office refuses it and names the field. */
    @ParameterizedTest
    @ValueSource(strings = {"abc", "2026-02-30", ""})
    void passesOnADayThatIsNone(String day) {
        assertThat(ClinicFormController.dayWords(day)).isEqualTo(day);
        assertThat(ClinicFormController.dayWords("2027-03-01")).isEqualTo(Texts.date(LocalDate.parse("2027-03-01")));
    }
}
