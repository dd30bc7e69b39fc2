package io.hairline.portal.pages;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.brand.Slot;
import io.hairline.portal.clinic.PlanChanges.Confirmation;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.times.FreeDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.ui.Model;

/** What the page of building blocks shows in them. */
final class ComponentSamples {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

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
        model.addAttribute("sampleDay", Texts.day(DAY));
        model.addAttribute("sampleTimes", times());
        model.addAttribute("confirm", new Confirmation(2, "/developers/components", List.of()));
    }

    private static FreeDays times() {
        List<FreeDays.Part> parts = List.of(
                new FreeDays.Part("morning", List.of(slot(9, List.of()), slot(10, List.of("SAME_PRACTITIONER")))),
                new FreeDays.Part("afternoon", List.of(slot(14, List.of()))));
        return new FreeDays(
                List.of(new FreeDays.Day(DAY, 3), new FreeDays.Day(DAY.plusDays(1), 0)),
                DAY,
                List.of(new FreeDays.Place("", null, null, parts)),
                "/developers/components?");
    }

    private static Slot slot(int hour, List<String> reasons) {
        LocalDateTime at = DAY.atTime(hour, 0);
        return new Slot(
                "",
                null,
                null,
                "",
                "A. Example",
                null,
                "CONSULTATION",
                at.atOffset(ZoneOffset.UTC),
                null,
                at,
                reasons,
                null);
    }

    private static ServiceOffering row(String code, String price) {
        return new ServiceOffering(code, 60, new Money(new BigDecimal(price), "EUR"), null, 0, 0, 0, null, null, null);
    }
}
