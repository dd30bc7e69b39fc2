package io.hairline.portal.enquiry;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** A clinic's open enquiries, and how many of the last ninety days became clients. */
@Controller
@RequestMapping("/clinic/{clinic}/enquiries")
class EnquiriesController {

    private static final int DAYS = 90;

    private final Apis apis;
    private final ClinicFrame frame;

    EnquiriesController(Apis apis, ClinicFrame frame) {
        this.apis = apis;
        this.frame = frame;
    }

    /** A question as booking keeps it. */
    record Enquiry(String id, String name, String contact, String wish, Instant receivedAt) {}

    /** What became of the questions of the last days. */
    record Conversion(
            int days,
            long received,
            long converted,
            long closed,
            long open,
            @Nullable Long percent) {}

    /** A line of the list, with the clinic's local day on which it came. */
    record Line(Enquiry it, String day) {}

    @GetMapping
    String list(@PathVariable String clinic, @RequestParam(defaultValue = "") String cursor, Model model) {
        Clinic here = frame.around(clinic, "clients", model);
        Api booking = apis.mine().booking();
        Map<String, Object> query = Map.of("clinicId", clinic, "status", "OPEN", "cursor", cursor);
        model.addAttribute(
                "enquiries", PagePart.of(() -> lines(booking.page(Enquiry.class, "/enquiries", query), here)));
        model.addAttribute(
                "conversion",
                PagePart.of(() -> JsonMapper.shared()
                        .treeToValue(
                                booking.read("/enquiries/conversion", Map.of("clinicId", clinic, "days", DAYS)),
                                Conversion.class)));
        return "enquiries";
    }

    private static Api.Page<Line> lines(Api.Page<Enquiry> page, Clinic here) {
        return new Api.Page<>(
                page.items().stream()
                        .map(it -> new Line(it, Texts.day(LocalDate.ofInstant(it.receivedAt(), here.zoneId()))))
                        .toList(),
                page.nextCursor());
    }

    @PostMapping("/{id}/close")
    String close(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam String reasonCode,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        try {
            var _ = apis.mine().booking().post(once, Map.of("reasonCode", reasonCode), "/enquiries/{id}/close", id);
            next.addFlashAttribute("notice", Texts.text("enquiries.closed"));
            return "redirect:/clinic/" + clinic + "/enquiries";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(clinic, "", model);
        }
    }
}
