package io.hairline.contracts.headoffice;

import static io.hairline.contracts.headoffice.ContraindicationEffect.BLOCK;
import static io.hairline.contracts.headoffice.ContraindicationEffect.DOCTORS_NOTE;
import static io.hairline.contracts.headoffice.ContraindicationEffect.NONE;
import static io.hairline.contracts.headoffice.ContraindicationEffect.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContraindicationRuleTests {

    private static final ContraindicationRule FORBIDS = rule(BLOCK);
    private static final ContraindicationRule NOTE = rule(DOCTORS_NOTE);
    private static final ContraindicationRule MONTH = ContraindicationRule.wait("BOTOX", 30);
    private static final ContraindicationRule YEAR = ContraindicationRule.wait("BOTOX", 365);
    private static final ContraindicationRule LOOK = rule(WARN);
    private static final ContraindicationRule NOTHING = rule(NONE);

    @Test
    void isAtLeastAsStrictAsWhatItLetsNothingThroughOf() {
        assertThat(atMost(FORBIDS)).containsExactly(FORBIDS, NOTE, MONTH, YEAR, LOOK, NOTHING);
        assertThat(atMost(YEAR)).containsExactly(MONTH, YEAR, LOOK, NOTHING);
        assertThat(atMost(MONTH)).containsExactly(MONTH, LOOK, NOTHING);
        assertThat(atMost(NOTE)).containsExactly(NOTE, LOOK, NOTHING);
        assertThat(atMost(LOOK)).containsExactly(LOOK, NOTHING);
        assertThat(atMost(NOTHING)).containsExactly(NOTHING);
    }

    private static List<ContraindicationRule> atMost(ContraindicationRule it) {
        return List.of(FORBIDS, NOTE, MONTH, YEAR, LOOK, NOTHING).stream()
                .filter(it::isAtLeastAsStrictAs)
                .toList();
    }

    private static ContraindicationRule rule(ContraindicationEffect effect) {
        return ContraindicationRule.of("BOTOX", effect);
    }
}
