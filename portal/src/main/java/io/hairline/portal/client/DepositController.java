package io.hairline.portal.client;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Money;
import io.hairline.portal.notice.Notices;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** The deposit of a course. How much it is, booking says each time; the page's own figure is never sent. */
@Controller
@RequestMapping("/me/courses/{id}")
class DepositController {

    private final Apis apis;
    private final Catalogue catalogue;

    DepositController(Apis apis, Catalogue catalogue) {
        this.apis = apis;
        this.catalogue = catalogue;
    }

    @GetMapping("/deposit")
    String show(@PathVariable String id, Model model) {
        model.addAttribute("course", course(id));
        model.addAttribute("places", catalogue.clinics().stream().collect(Collectors.toMap(Clinic::id, Clinic::name)));
        return "deposit";
    }

    @PostMapping("/deposit")
    String pay(@PathVariable String id, @RequestParam String once, Model model, RedirectAttributes next) {
        Money due = course(id).due();
        if (due.amount().signum() == 0) {
            return "redirect:/me";
        }
        try {
            Map<String, ?> body = Map.of("courseId", id, "amount", due, "method", "CARD");
            next.addFlashAttribute(
                    "notice", Notices.paid(apis.mine().booking().post(once, body, "/payments"), "notice.paid"));
            return "redirect:/me";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(id, model);
        }
    }

    /** The times suit the client no more. */
    @PostMapping("/give-back")
    String giveBack(@PathVariable String id, @RequestParam String once, Model model, RedirectAttributes next) {
        try {
            JsonNode course = apis.mine().booking().post(once, Map.of(), "/courses/{id}/give-back", id);
            next.addFlashAttribute("notice", Notices.course(course));
            return "redirect:/me";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(id, model);
        }
    }

    private ClientPlans.Course course(String id) {
        return apis.mine().booking().get(ClientPlans.Course.class, "/courses/{id}", id);
    }
}
