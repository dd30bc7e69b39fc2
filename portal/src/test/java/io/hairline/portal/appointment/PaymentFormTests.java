package io.hairline.portal.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.input.SubmittedForm;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class PaymentFormTests {

    private static SubmittedForm form(Map<String, String> fields) {
        LinkedMultiValueMap<String, String> all = new LinkedMultiValueMap<>();
        fields.forEach(all::add);
        return new SubmittedForm(all);
    }

    private static Map<String, Object> euros(String amount) {
        return Map.of("amount", new BigDecimal(amount), "currency", "EUR");
    }

    @Test
    void saysWhatOfAPaymentIsTaxAndTip() {
        SubmittedForm form = form(
                Map.of("amount", "119.00", "tax", "19.00", "tip", "", "method", "CASH", "currency", "EUR", "kind", ""));

        assertThat(PaymentForm.payment(form, "courseId", "crs_1"))
                .containsEntry("courseId", "crs_1")
                .containsEntry("method", "CASH")
                .containsEntry("amount", euros("119.00"))
                .containsEntry("tax", euros("19.00"))
                .doesNotContainKeys("tip", "kind", "giftCardCode");
    }

    @Test
    void givesBackAllWhereNoAmountIsNamed() {
        SubmittedForm form = form(Map.of("amount", "", "reasonCode", "MISTAKE", "currency", "EUR"));

        assertThat(PaymentForm.refund(form)).containsExactly(Map.entry("reasonCode", "MISTAKE"));
    }
}
