package io.hairline.portal.replan;

import io.hairline.portal.api.ApiProblem;
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

/** The client chooses new times for all sessions that must move, and confirms once. */
@Controller
@RequestMapping("/me/courses/{course}/replan")
class MyReplanController {

    private final ReplanPages pages;

    MyReplanController(ReplanPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable String course, Model model) {
        pages.show(course, model);
        return "replan";
    }

    @PostMapping("/again")
    String again(@PathVariable String course, @RequestParam String once, Model model) {
        try {
            pages.lookAgain(once, course);
            return "redirect:/me/courses/" + course + "/replan";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(course, model);
        }
    }

    @PostMapping
    String confirm(
            @PathVariable String course,
            @RequestParam String once,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes next) {
        try {
            pages.confirm(once, course, form);
            next.addFlashAttribute("notice", Texts.text("replan.done"));
            return "redirect:/me";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(course, model);
        }
    }
}
