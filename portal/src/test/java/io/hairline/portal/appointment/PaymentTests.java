package io.hairline.portal.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Money;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PaymentTests {

    @Test
    void saysWhatIsLeftAfterAPartHasGoneBack() {
        Payment part = paid("5.00");

        assertThat(part.isGivenBack()).isTrue();
        assertThat(part.left()).isEqualTo(euros("15.00"));
        assertThat(part.isRefundable()).isTrue();
    }

    @Test
    void givesBackNothingOfWhatHasGoneBackWhole() {
        assertThat(paid("20").isRefundable()).isFalse();
        assertThat(paid("20").isGivenBack()).isTrue();
    }

    @Test
    void leavesAllOfWhatNobodyGaveBack() {
        assertThat(paid("0.00").isGivenBack()).isFalse();
        assertThat(paid("0.00").left()).isEqualTo(euros("20.00"));
    }

    @Test
    void namesTheTaxAndNoTipThatWasNotGiven() {
        assertThat(paid("0.00").words())
                .contains(Texts.text("money.tax", euros("3.19").words()))
                .doesNotContain(Texts.text("money.tip", euros("0.00").words()));
    }

    private static Payment paid(String refunded) {
        return new Payment(
                "pay",
                "CAPTURED",
                euros("20.00"),
                euros(refunded),
                "CASH",
                euros("3.19"),
                euros("0.00"),
                "cln_1",
                "SALE_SPF");
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
