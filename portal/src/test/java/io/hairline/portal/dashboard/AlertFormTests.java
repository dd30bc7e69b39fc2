package io.hairline.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.input.SubmittedForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class AlertFormTests {

    /** So that two who both saw no limits can't overwrite each other. */
    @Test
    void saysWhichVersionOfTheChosenLimitsThePageShowed() {
        Map<String, List<String>> shown =
                Map.of("version-noShowRate-", List.of("4"), "version-noShowRate-reg_1", List.of("2"));

        assertThat(version(shown, "noShowRate", "")).isEqualTo(4);
        assertThat(version(shown, "noShowRate", "reg_1")).isEqualTo(2);
        assertThat(version(shown, "noShowRate", "reg_2")).isZero();
        assertThat(version(shown, "utilisation", "")).isZero();
    }

    private static long version(Map<String, List<String>> shown, String key, String region) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(shown);
        fields.add("key", key);
        fields.add("regionId", region);
        return AlertController.versionOf(new SubmittedForm(fields));
    }
}
