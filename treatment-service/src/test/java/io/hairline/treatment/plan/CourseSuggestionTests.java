package io.hairline.treatment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.treatment.consultation.Findings;
import io.hairline.treatment.consultation.Fitzpatrick;
import io.hairline.treatment.consultation.Indication;
import io.hairline.treatment.consultation.Norwood;
import io.hairline.treatment.consultation.Skin;
import io.hairline.treatment.consultation.examination.ScalpExamination;
import io.hairline.treatment.consultation.examination.ScalpExamination.Sign;
import io.hairline.treatment.plan.CourseSuggestion.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourseSuggestionTests {

    @ParameterizedTest
    @EnumSource(names = {"FULL_SHAVE", "THINNING", "DENSITY", "RECEDING", "AFTER_CHEMOTHERAPY"})
    void isThreeSessionsForMostClients(Indication indication) {
        assertThat(CourseSuggestion.of(found(indication, Skin.NORMAL)))
                .isEqualTo(new CourseSuggestion(3, List.of(Reason.USUAL)));
        assertThat(CourseSuggestion.of(found(indication, Skin.DRY))).isEqualTo(suggested(3, Reason.USUAL));
        assertThat(CourseSuggestion.of(found(indication, Skin.OILY, Sign.THICK_SKIN)))
                .isEqualTo(suggested(3, Reason.USUAL));
    }

    @Test
    void isAFourthForAlopeciaScarsAndDryThickSkin() {
        assertThat(CourseSuggestion.of(found(Indication.ALOPECIA, Skin.NORMAL)))
                .isEqualTo(suggested(4, Reason.ALOPECIA));
        assertThat(CourseSuggestion.of(found(Indication.SCAR, Skin.NORMAL))).isEqualTo(suggested(4, Reason.SCAR));
        assertThat(CourseSuggestion.of(found(Indication.RECEDING, Skin.NORMAL, Sign.SCAR_TISSUE)))
                .isEqualTo(suggested(4, Reason.SCAR));
        assertThat(CourseSuggestion.of(found(Indication.RECEDING, Skin.DRY, Sign.THICK_SKIN)))
                .isEqualTo(suggested(4, Reason.DRY_THICK_SKIN));
    }

    @Test
    void isFourAtMostAndNamesEachReason() {
        assertThat(CourseSuggestion.of(found(Indication.ALOPECIA, Skin.DRY, Sign.SCAR_TISSUE, Sign.THICK_SKIN)))
                .isEqualTo(suggested(4, Reason.ALOPECIA, Reason.SCAR, Reason.DRY_THICK_SKIN));
    }

    private static CourseSuggestion suggested(int sessions, Reason... reasons) {
        return new CourseSuggestion(sessions, List.of(reasons));
    }

    private static Findings found(Indication indication, Skin skin, Sign... signs) {
        return new Findings(
                indication,
                Norwood.III,
                null,
                Fitzpatrick.III,
                skin,
                "A soft hairline.",
                null,
                null,
                null,
                null,
                signs.length == 0 ? null : new ScalpExamination(List.of(signs), null));
    }
}
