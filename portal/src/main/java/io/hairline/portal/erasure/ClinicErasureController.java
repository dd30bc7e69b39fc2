package io.hairline.portal.erasure;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.language.Texts;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The clinic's manager or head office erases a client's data for them, and follows all requests of the clinic's clients. */
@Controller
@RequestMapping("/clinic/{clinic}")
class ClinicErasureController {

    private final Apis apis;
    private final ClinicFrame frame;

    ClinicErasureController(Apis apis, ClinicFrame frame) {
        this.apis = apis;
        this.frame = frame;
    }

    @GetMapping("/erasures")
    String list(@PathVariable String clinic, @RequestParam(defaultValue = "") String cursor, Model model) {
        var _ = frame.around(clinic, "clients", model);
        Map<String, String> parameters = Map.of("clinicId", clinic, "cursor", cursor);
        model.addAttribute(
                "reports", PagePart.of(() -> apis.mine().booking().page(ErasureReport.class, "/erasures", parameters)));
        return "erasures";
    }

    @GetMapping("/clients/{id}/erase")
    String ask(@PathVariable String clinic, @PathVariable String id, Model model) {
        var _ = frame.around(clinic, "clients", model);
        model.addAttribute("person", apis.mine().booking().get(ClientNames.Person.class, "/clients/{id}", id));
        return "erase-client";
    }

    @PostMapping("/clients/{id}/erase")
    String erase(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        try {
            var _ = apis.mine().booking().post(once, Map.of(), "/clients/{id}/erase", id);
            next.addFlashAttribute("notice", Texts.text("erase.staff.done"));
            return "redirect:/clinic/" + clinic + "/erasures";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return ask(clinic, id, model);
        }
    }
}
