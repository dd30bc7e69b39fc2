package io.hairline.portal.replan;

import io.hairline.portal.api.ApiProblem;
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

/** The desk chooses new times with the client for all sessions of a course that must move. */
@Controller
@RequestMapping("/clinic/{clinic}/courses/{course}/replan")
class ClinicReplanController {

    private final ReplanPages pages;
    private final ClinicFrame frame;

    ClinicReplanController(ReplanPages pages, ClinicFrame frame) {
        this.pages = pages;
        this.frame = frame;
    }

    @GetMapping
    String show(@PathVariable String clinic, @PathVariable String course, Model model) {
        var _ = frame.around(clinic, "day", model);
        pages.show(course, model);
        return "replan-staff";
    }

    @PostMapping("/again")
    String again(@PathVariable String clinic, @PathVariable String course, @RequestParam String once, Model model) {
        try {
            pages.lookAgain(once, course);
            return "redirect:/clinic/" + clinic + "/courses/" + course + "/replan";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(clinic, course, model);
        }
    }

    @PostMapping
    String confirm(
            @PathVariable String clinic,
            @PathVariable String course,
            @RequestParam String once,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes next) {
        try {
            pages.confirm(once, course, form);
            next.addFlashAttribute("notice", Texts.text("replan.done"));
            return "redirect:/clinic/" + clinic + "/day";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(clinic, course, model);
        }
    }
}
