package io.hairline.treatment.adverseevent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdverseEventRateTests {

    private static final AdverseEvent.Batch BATCH = new AdverseEvent.Batch("Maker", "Black", "RB0624");

    @Test
    void signalsABatchThatChanceDoesNotExplain() {
        AdverseEventRate rate = AdverseEventRate.of(BATCH, 100, 8, 10_000, 100);

        assertThat(rate.limit()).isBetween(0.039, 0.040);
        assertThat(rate.aboveLimit()).isTrue();
    }

    @Test
    void leavesABatchAloneThatWasOnlyUnlucky() {
        assertThat(AdverseEventRate.of(BATCH, 100, 3, 10_000, 100).aboveLimit()).isFalse();
    }

    @Test
    void signalsNothingByASingleEvent() {
        assertThat(AdverseEventRate.of(BATCH, 1, 1, 10_000, 1).aboveLimit()).isFalse();
    }

    @Test
    void hasNoRateWithoutSessions() {
        AdverseEventRate rate = AdverseEventRate.of(BATCH, 0, 2, 0, 2);

        assertThat(rate.limit()).isEqualTo(1);
        assertThat(rate.aboveLimit()).isFalse();
    }
}
