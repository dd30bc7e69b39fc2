package io.hairline.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.brand.ServicePrice;
import io.hairline.portal.brand.ServicePrice.Step;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.pages.RenderedSection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class PriceRangesTests {

    private static final ServicePrice PRICE = new ServicePrice(
            euros("950"),
            List.of(new Step(4, euros("150")), new Step(7, euros("300.50")), new Step(9, euros("400"))),
            null,
            euros("40"),
            LocalDate.of(2028, 1, 1));

    @Test
    void showsAPriceWithItsStepsAndAFreeOneAfterThem() {
        ServiceOffering offer =
                new ServiceOffering("SESSION_1", 240, euros("950"), 3L, 15, 15, 15, null, List.of(PRICE), List.of());
        String form = RenderedSection.of(
                "price-ranges",
                "price-title-new",
                Map.of("offer", offer, "entries", List.of(), "fresh", PriceEntry.of(PRICE)));

        assertThat(form)
                .contains("value=\"EUR\"", "value=\"950.00\"", "value=\"300.50\"", "value=\"40.00\"")
                .contains("value=\"2028-01-01\"", "value=\"SESSION_1\"");
        assertThat(form.split("name=\"zones.from\"", -1)).hasSize(1 + 4);
        assertThat(form.split("name=\"densities.from\"", -1)).hasSize(1 + 3);
    }

    @Test
    void sendsWhatWasFilledInAndNoEmptySteps() {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("currency", "EUR");
        fields.add("price", "950");
        List.of("4", "", "").forEach(it -> fields.add("zones.from", it));
        List.of("150,50", "", "").forEach(it -> fields.add("zones.extra", it));

        assertThat(PriceEntry.typed(new SubmittedForm(fields)).body())
                .isEqualTo(Map.of(
                        "price",
                        Map.of("amount", new BigDecimal("950"), "currency", "EUR"),
                        "zones",
                        List.of(Map.of(
                                "from",
                                new BigDecimal("4"),
                                "extra",
                                Map.of("amount", new BigDecimal("150.50"), "currency", "EUR"))),
                        "densities",
                        List.of()));
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
