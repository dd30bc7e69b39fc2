package io.hairline.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.office.PolicyForm.Setting;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyFormTests {

    private static final JsonNode VALUES =
            JsonMapper.shared().readTree("{\"holdMinutes\": 10, \"graceMinutes\": 15, \"deposit\": {\"percent\": 20}}");

    private final PolicyForm clinic = PolicyForm.of(JsonMapper.shared()
            .readTree("{\"values\": {\"holdMinutes\": 12, \"graceMinutes\": 20, \"deposit\": {\"percent\": 30}}}"));

    @Test
    void showsWhatHoldsAboveWhereAFieldIsLockedThere() {
        PolicyAbove above = new PolicyAbove(VALUES, Set.of("holdMinutes", "deposit"));

        assertThat(setting("holdMinutes", above).value()).isEqualTo("10");
        assertThat(setting("holdMinutes", above).fixed()).isTrue();
        assertThat(setting("deposit.percent", above).value()).isEqualTo("20");
        assertThat(setting("deposit.percent", above).fixed()).isTrue();
    }

    @Test
    void keepsWhatTheLayerSaysWhereNothingIsLocked() {
        PolicyAbove above = new PolicyAbove(VALUES, Set.of("holdMinutes"));

        assertThat(setting("graceMinutes", above).value()).isEqualTo("20");
        assertThat(setting("graceMinutes", above).fixed()).isFalse();
        assertThat(setting("graceMinutes", above).above()).isEqualTo("15");
    }

    private Setting setting(String name, PolicyAbove above) {
        return clinic.settings(above).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
