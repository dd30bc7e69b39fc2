package io.hairline.portal.pages;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.input.SubmittedForm;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.ui.Model;

/** What the page of building blocks shows in them. */
final class ComponentSamples {

    private ComponentSamples() {}

    static void into(Model model) {
        model.addAttribute("form", SubmittedForm.empty());
        model.addAttribute("sampleProblem", ApiProblem.sample());
        model.addAttribute("samplePart", PagePart.of(() -> {
            throw ApiProblem.away("Booking");
        }));
        model.addAttribute(
                "statuses",
                List.of("HELD", "CONFIRMED", "CHECKED_IN", "IN_CHAIR", "COMPLETED", "NO_SHOW", "CANCELLED"));
        model.addAttribute("sampleRows", List.of(row("CONSULTATION", "0"), row("SESSION_1", "950")));
    }

    private static ServiceOffering row(String code, String price) {
        return new ServiceOffering(code, 60, new Money(new BigDecimal(price), "EUR"), null, 0, 0, 0);
    }
}
