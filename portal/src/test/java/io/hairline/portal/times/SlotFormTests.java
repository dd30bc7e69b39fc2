package io.hairline.portal.times;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hairline.portal.api.ApiProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotFormTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2027-03-01"})
    void refusesWhatIsNoTime(String startsAt) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> SlotForm.start(startsAt))
                .matches(it -> it.status() == 400);
    }
}
