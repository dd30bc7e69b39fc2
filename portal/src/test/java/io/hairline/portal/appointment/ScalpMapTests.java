package io.hairline.portal.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.input.SubmittedForm;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ScalpMapTests {

    @Test
    void choosesNothingBeforeSomebodyDoes() {
        assertThat(ScalpMap.of(SubmittedForm.empty())).hasSize(11).allSatisfy(it -> {
            assertThat(it.chosen()).isFalse();
            assertThat(it.density() + it.passes()).isEmpty();
        });
    }

    @Test
    void saysOfEachChosenZoneWhatWasFilledInForThatOne() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("zone", "CROWN");
        fields.add("zone", "TEMPLE_LEFT");
        fields.add("density.CROWN", "24");
        fields.add("passes.CROWN", "2");
        fields.add("density.TEMPLE_LEFT", "18");
        fields.add("passes.TEMPLE_LEFT", "");
        fields.add("density.SCAR", "90");

        assertThat(ScalpMap.chosen(new SubmittedForm(fields)))
                .containsExactly(
                        Map.of("zone", "CROWN", "density", new BigDecimal("24"), "passes", new BigDecimal("2")),
                        Map.of("zone", "TEMPLE_LEFT", "density", new BigDecimal("18")));
    }
}
