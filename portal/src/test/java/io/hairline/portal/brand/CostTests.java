package io.hairline.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CostTests {

    private static final Cost.Window LATE = new Cost.Window(21, 0, true);

    @Test
    void hasNothingToComeBackWhereNothingWasPaid() {
        assertThat(cost("0.00", "0.00").isPaidFor()).isFalse();
    }

    @Test
    void tellsWhatWasPaidFromTheFee() {
        assertThat(cost("0.00", "50.00").isPaidFor()).isTrue();
        assertThat(cost("50.00", "0.00").isPaidFor()).isTrue();
    }

    private static Cost cost(String refund, String lost) {
        return new Cost(euros(refund), euros("0.00"), euros(lost), LATE, null);
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
