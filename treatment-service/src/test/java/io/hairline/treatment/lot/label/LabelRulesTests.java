package io.hairline.treatment.lot.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.kit.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LabelRulesTests {

    private static final Map<String, String> WHOLE = Map.of("USE_STATEMENT", "For tattoos", "INGREDIENTS", "Aqua");

    private final LabelRules rules = new LabelRules(JsonMapper.shared());

    @Test
    void namesTheFieldThatAPigmentsLabelLacksInTheEuropeanUnion() {
        assertThatThrownBy(() -> rules.check("PIGMENT", Map.of("USE_STATEMENT", "For tattoos"), "DE-BE"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("labelFields.INGREDIENTS"));
        assertThatThrownBy(() -> rules.check("PIGMENT", Map.of("USE_STATEMENT", " "), "FR"))
                .isInstanceOf(Refusal.class);
        assertThatCode(() -> rules.check("PIGMENT", WHOLE, "DE-BE")).doesNotThrowAnyException();
    }

    @Test
    void asksForNothingMoreOfNeedlesOrElsewhere() {
        assertThatCode(() -> rules.check("NEEDLE", Map.of(), "DE-BE")).doesNotThrowAnyException();
        assertThatCode(() -> rules.check("PIGMENT", Map.of(), "GB-LND")).doesNotThrowAnyException();
        assertThatCode(() -> rules.check("PIGMENT", Map.of(), "DEX")).doesNotThrowAnyException();
    }

    @Test
    void takesNoFieldThatNoLawKnows() {
        assertThatThrownBy(() -> rules.check("PIGMENT", Map.of("SMELL", "none"), "GB-LND"))
                .isInstanceOf(Refusal.class);
    }
}
