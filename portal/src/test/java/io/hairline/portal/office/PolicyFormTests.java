package io.hairline.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.office.PolicyForm.Setting;
import io.hairline.portal.pages.RenderedSection;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyFormTests {

    private static final JsonNode VALUES =
            JsonMapper.shared().readTree("{\"holdMinutes\": 10, \"graceMinutes\": 15, \"deposit\": {\"percent\": 20}}");

    private final PolicyForm clinic = PolicyForm.of(JsonMapper.shared()
            .readTree("{\"values\": {\"holdMinutes\": 12, \"graceMinutes\": 20, \"deposit\": {\"percent\": 30}}}"));

    @Test
    void showsWhatHoldsAboveWhereAFieldIsLockedThere() {
        InheritedPolicy above = new InheritedPolicy(VALUES, Set.of("holdMinutes", "deposit"));

        assertThat(setting("holdMinutes", above).value()).isEqualTo("10");
        assertThat(isFixed("holdMinutes", above)).isTrue();
        assertThat(setting("deposit.percent", above).value()).isEqualTo("20");
        assertThat(isFixed("deposit", above)).isTrue();
    }

    @Test
    void keepsWhatTheLayerSaysWhereNothingIsLocked() {
        InheritedPolicy above = new InheritedPolicy(VALUES, Set.of("holdMinutes"));

        assertThat(setting("graceMinutes", above).value()).isEqualTo("20");
        assertThat(isFixed("graceMinutes", above)).isFalse();
        assertThat(setting("graceMinutes", above).above()).isEqualTo("15");
    }

    @Test
    void sendsTheRulesThatWereChosenAndDaysWhereATreatmentWaitsAlone() {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Map.of(
                        "effect.BOTOX", "WAIT",
                        "days.BOTOX", "90",
                        "effect.KELOIDS", "BLOCK",
                        "days.KELOIDS", "7",
                        "effect.EPILEPSY", "")
                .forEach(fields::add);

        assertThat(new PolicyForm(new SubmittedForm(fields))
                        .body(new PolicyChoice("", ""), new InheritedPolicy(VALUES, Set.of()))
                        .get("values"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .extractingByKey("contraindications", InstanceOfAssertFactories.list(Object.class))
                .containsExactlyInAnyOrder(
                        Map.of("code", "BOTOX", "effect", "WAIT", "waitDays", new BigDecimal("90")),
                        Map.of("code", "KELOIDS", "effect", "BLOCK"));
    }

    @Test
    void sendsTheForecastAndTheStockLimitsAsWholes() {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Map.of("touchUp.dueMonths", "36", "touchUp.windowMonths", "3", "stock.lowBelowPercent", "25")
                .forEach(fields::add);

        assertThat(new PolicyForm(new SubmittedForm(fields))
                        .body(new PolicyChoice("", ""), new InheritedPolicy(VALUES, Set.of()))
                        .get("values"))
                .isEqualTo(Map.of(
                        "touchUp",
                        Map.of("dueMonths", new BigDecimal("36"), "windowMonths", new BigDecimal("3")),
                        "stock",
                        Map.of("lowBelowPercent", new BigDecimal("25"))));
    }

    @Test
    void takesTheRestOfAGroupFromWhatHoldsThere() {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("stock.lowBelowPercent", "25");
        JsonNode holds = JsonMapper.shared()
                .readTree(
                        "{\"stock\": {\"lowBelowPercent\": 20, \"expiryWarningDays\": 30}, \"deposit\": {\"percent\": 20}}");

        Object values = new PolicyForm(new SubmittedForm(fields))
                .body(new PolicyChoice("", "cln_1"), new InheritedPolicy(holds, Set.of()))
                .get("values");

        assertThat(JsonMapper.shared().writeValueAsString(values))
                .isEqualTo("{\"stock\":{\"lowBelowPercent\":25,\"expiryWarningDays\":30}}");
    }

    @Test
    void showsEachRuleWithWhatHoldsAboveAndThatALockLetsItBeMadeStricter() {
        PolicyForm form = PolicyForm.of(
                JsonMapper.shared()
                        .readTree(
                                "{\"values\": {\"contraindications\": [{\"code\": \"BOTOX\", \"effect\": \"WAIT\", \"waitDays\": 90}]}}"));
        InheritedPolicy above = new InheritedPolicy(
                JsonMapper.shared()
                        .readTree("{\"contraindications\": [{\"code\": \"KELOIDS\", \"effect\": \"BLOCK\"},"
                                + " {\"code\": \"BOTOX\", \"effect\": \"WAIT\", \"waitDays\": 60}]}"),
                Set.of("contraindications"));

        String page = RenderedSection.of(
                "policy",
                "rules-title",
                Map.of(
                        "rules",
                        form.rules(above),
                        "effects",
                        PolicyForm.EFFECTS,
                        "rulesFixed",
                        true,
                        "rulesLocked",
                        false,
                        "lockable",
                        true,
                        "choice",
                        new PolicyChoice("reg_1", "")));

        assertThat(page)
                .contains("Keloids", "From the layer above: no treatment", "From the layer above: wait 60 days")
                .contains("<option value=\"WAIT\" selected=\"selected\">wait</option>", "value=\"90\"")
                .contains("Locked by a layer above")
                .doesNotContain("name=\"locked\"", "??");
    }

    private boolean isFixed(String group, InheritedPolicy above) {
        return groups(above)
                .filter(it -> it.name().equals(group))
                .findFirst()
                .orElseThrow()
                .fixed();
    }

    private Setting setting(String name, InheritedPolicy above) {
        return groups(above)
                .flatMap(it -> it.settings().stream())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Stream<PolicyForm.Group> groups(InheritedPolicy above) {
        return Stream.concat(clinic.singles(above).stream(), clinic.groups(above).stream());
    }
}
