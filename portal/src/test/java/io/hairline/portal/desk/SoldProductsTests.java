package io.hairline.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.appointment.Payment;
import io.hairline.portal.brand.Money;
import io.hairline.portal.pages.RenderedSection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoldProductsTests {

    private static final String CLINIC = "cln_1";

    /** What the section asks of the clinic. */
    record Clinic(String id, String currency) {}

    /** What the section asks of the client. */
    record Person(String id) {}

    /** What the section asks of the reader's rights. */
    record May(boolean manage) {}

    @Test
    void offersToGiveBackWhatIsLeftOfAProductsPrice() {
        String section = section(true, sold("5.00"));

        assertThat(section)
                .contains("Moisturiser", "£15.00", "/clinic/cln_1/clients/cli_1/payments/pay_1/refund")
                .contains("The money goes back the way it was paid", "CLIENT_REQUEST")
                .doesNotContain("SERVICE_NOT_GIVEN");
    }

    @Test
    void offersNothingWhereNothingIsLeftOrTheReaderMayNot() {
        assertThat(section(true, sold("20.00"))).contains("Moisturiser").doesNotContain("<form");
        assertThat(section(false, sold("0.00"))).contains("Moisturiser").doesNotContain("<form");
    }

    @Test
    void isAboutProductsOfTheClinicAlone() {
        assertThat(sold("0.00").isForProductOf(CLINIC)).isTrue();
        assertThat(sold("0.00").isForProductOf("cln_2")).isFalse();
    }

    private static String section(boolean manages, Payment it) {
        return RenderedSection.of(
                "client-card",
                "sold-title",
                Map.of(
                        "sold",
                        PagePart.of(() -> List.of(it)),
                        "clinic",
                        new Clinic(CLINIC, "GBP"),
                        "person",
                        new Person("cli_1"),
                        "may",
                        new May(manages)));
    }

    private static Payment sold(String refunded) {
        return new Payment(
                "pay_1", "CAPTURED", pounds("20.00"), pounds(refunded), "CASH", null, null, CLINIC, "SALE_MOISTURISER");
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }
}
