package io.hairline.treatment.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.treatment.hairline.DesignApproval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a course asks for the signature under a hairline. */
class HairlineStepTests {

    @ParameterizedTest
    @EnumSource(DesignApproval.class)
    void asksBeforeTheFirstSessionUnlessNoneWasEverDrawnOrItIsSigned(DesignApproval approval) {
        boolean asks = ClientReadiness.hairline(approval, false)
                .filter(it -> it.state() == StepState.MISSING)
                .isPresent();

        assertThat(asks).isEqualTo(approval != DesignApproval.NO_DESIGN && approval != DesignApproval.APPROVED);
    }

    @ParameterizedTest
    @EnumSource(DesignApproval.class)
    void asksDuringACourseOnlyWhereASignedLineWasChangedOrTakenOut(DesignApproval approval) {
        boolean asks = ClientReadiness.hairline(approval, true)
                .filter(it -> it.state() == StepState.MISSING)
                .isPresent();

        assertThat(asks)
                .isEqualTo(approval == DesignApproval.OUTDATED || approval == DesignApproval.REMOVED_AFTER_APPROVAL);
    }

    @Test
    void letsSomebodyAnswerForTreatingWithoutOneOnlyWhereItWasTakenOut() {
        for (DesignApproval it : DesignApproval.values()) {
            boolean overridable = ClientReadiness.hairline(it, false)
                    .filter(ReadinessStep::overridable)
                    .isPresent();
            assertThat(overridable)
                    .as("%s", it)
                    .isEqualTo(it == DesignApproval.REMOVED || it == DesignApproval.REMOVED_AFTER_APPROVAL);
        }
    }
}
