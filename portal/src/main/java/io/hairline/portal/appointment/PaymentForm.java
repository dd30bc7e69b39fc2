package io.hairline.portal.appointment;

import io.hairline.portal.input.SubmittedForm;
import java.util.Map;

/** What the forms with which the staff take a payment, and give one back, send to booking. */
public final class PaymentForm {

    private PaymentForm() {}

    /** @param of the field that says what is paid for: {@code appointmentId}, {@code courseId}, or {@code clientId} for a product */
    public static Map<String, Object> payment(SubmittedForm form, String of, String id) {
        Map<String, Object> body = form.body("method", "kind", "giftCardCode");
        body.put(of, id);
        putAmounts(form, body, "amount", "tip", "tax");
        return body;
    }

    public static Map<String, Object> refund(SubmittedForm form) {
        Map<String, Object> body = form.body("reasonCode");
        putAmounts(form, body, "amount");
        return body;
    }

    private static void putAmounts(SubmittedForm form, Map<String, Object> body, String... names) {
        for (String name : names) {
            if (form.has(name)) {
                body.put(name, Map.of("amount", form.amount(name), "currency", form.text("currency")));
            }
        }
    }
}
