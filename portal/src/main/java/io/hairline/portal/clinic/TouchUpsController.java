package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose colour needs refreshing, soonest first: those who are still to come, who have a time, and those of whom it is over. */
@Controller
@RequestMapping("/clinic/{clinic}/touch-ups")
class TouchUpsController {

    private final Apis apis;
    private final ClientNames clients;
    private final ClinicFrame frame;

    TouchUpsController(Apis apis, ClientNames clients, ClinicFrame frame) {
        this.apis = apis;
        this.clients = clients;
        this.frame = frame;
    }

    @GetMapping
    String list(
            @PathVariable String clinic,
            @RequestParam(defaultValue = "WAITING") Worklist.Part part,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        frame.around(clinic, "touch-ups", model);
        model.addAttribute("parts", List.of(Worklist.Part.values()));
        model.addAttribute("part", part);
        model.addAttribute("touchUps", Worklist.of(apis.mine(), clinic, part, cursor, clients));
        return "touch-ups";
    }

    @PostMapping("/{id}/decline")
    String decline(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        try {
            var _ = apis.mine().treatment().post(once, Map.of(), "/touch-ups/{id}/decline", id);
            next.addFlashAttribute("notice", Texts.text("touch-ups.declined"));
            return "redirect:/clinic/" + clinic + "/touch-ups";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(clinic, Worklist.Part.WAITING, "", model);
        }
    }
}
