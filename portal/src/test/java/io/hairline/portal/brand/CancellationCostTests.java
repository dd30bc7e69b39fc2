package io.hairline.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CancellationCostTests {

    private static final CancellationCost.Window LATE = new CancellationCost.Window(21, 0, true);

    @Test
    void hasNothingToComeBackWhereNothingWasPaid() {
        assertThat(cost("0.00", "0.00").isPaidFor()).isFalse();
    }

    @Test
    void tellsWhatWasPaidFromTheFee() {
        assertThat(cost("0.00", "50.00").isPaidFor()).isTrue();
        assertThat(cost("50.00", "0.00").isPaidFor()).isTrue();
    }

    @Test
    void isComparedWithWhatAPageShowed() {
        assertThat(cost("50.00", "50.00").isWorseThan("50.00")).isFalse();
        assertThat(cost("50.00", "50.00").isWorseThan("100.00")).isFalse();
        assertThat(cost("50.00", "50.00").isWorseThan("49.99")).isTrue();
        assertThat(cost("50.00", "50.00").isWorseThan("")).isTrue();
        assertThat(cost("100.00", "0.00").isWorseThan("nonsense")).isFalse();
    }

    @Test
    void isKeptByAMoveWhereNotAllComesBack() {
        assertThat(cost("50.00", "50.00").isKeptWhenMoved()).isTrue();
        assertThat(cost("0.00", "0.00").isKeptWhenMoved()).isFalse();
    }

    private static CancellationCost cost(String refund, String lost) {
        return new CancellationCost(euros(refund), euros("0.00"), euros(lost), LATE, null);
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
