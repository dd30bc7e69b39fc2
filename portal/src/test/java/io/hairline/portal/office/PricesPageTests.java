package io.hairline.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.pages.RenderedSection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class PricesPageTests {

    @Test
    void showsWhatIsStored() {
        assertThat(page(SubmittedForm.empty())).contains("value=\"950.00\"", "value=\"240\"");
    }

    @Test
    void keepsWhatWasTypedForTheServiceThatWasRefused() {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("code", "SESSION_1");
        fields.add("price", "9oo");
        fields.add("minutes", "241");
        fields.add("preparationMinutes", "31");
        fields.add("cleaningMinutes", "16");
        fields.add("deviceKind", "Laser");

        assertThat(page(new SubmittedForm(fields)))
                .contains("value=\"9oo\"", "value=\"241\"", "value=\"31\"", "value=\"16\"", "value=\"Laser\"")
                .doesNotContain("value=\"950.00\"", "value=\"240\"")
                .contains("value=\"800.00\"", "value=\"210\"");
    }

    /** Otherwise a correction would overwrite what somebody else has changed meanwhile. */
    @Test
    void keepsTheVersionThatTheRefusedFormWasFilledInFor() {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("code", "SESSION_1");
        fields.add("price", "9oo");
        fields.add("version", "2");

        assertThat(page(new SubmittedForm(fields)))
                .containsOnlyOnce("name=\"version\" value=\"2\"")
                .containsOnlyOnce("name=\"version\" value=\"3\"");
    }

    private static String page(SubmittedForm typed) {
        return RenderedSection.of(
                "prices",
                "prices-title",
                Map.of(
                        "offers",
                        List.of(offer("SESSION_1", 240, "950"), offer("SESSION_2", 210, "800")),
                        "typed",
                        typed));
    }

    private static ServiceOffering offer(String code, int minutes, String price) {
        return new ServiceOffering(
                code, minutes, new Money(new BigDecimal(price), "EUR"), 3L, 15, 15, 15, null, List.of(), List.of());
    }
}
