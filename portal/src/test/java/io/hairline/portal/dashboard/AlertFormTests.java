package io.hairline.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.ApiProblem;
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

    /** So that a correction overwrites nobody else's limits. */
    @Test
    void keepsTheVersionsOfARefusedForm() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("version-shown", "true");
        fields.add("version-noShowRate-", "4");
        SubmittedForm form = new SubmittedForm(fields);
        ApiProblem changed = ApiProblem.refused(412, ApiProblem.CHANGED_SINCE, "…");

        assertThat(AlertController.versionFor(form, "version-noShowRate-", "5")).isEqualTo("4");
        assertThat(AlertController.versionFor(form, "version-utilisation-", "1"))
                .isEqualTo("0");
        assertThat(AlertController.versionFor(form.again(changed), "version-utilisation-", "1"))
                .isEqualTo("1");
        assertThat(AlertController.versionFor(SubmittedForm.empty(), "version-noShowRate-", "5"))
                .isEqualTo("5");
    }

    private static long version(Map<String, List<String>> shown, String key, String region) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(shown);
        fields.add("key", key);
        fields.add("regionId", region);
        return AlertController.versionOf(new SubmittedForm(fields));
    }
}
