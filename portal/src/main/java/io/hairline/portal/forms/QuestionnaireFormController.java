package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.input.SubmittedForm;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The health questions: answered the first time, and before each session whether anything has changed. */
@Controller
@RequestMapping("/me/questionnaire")
class QuestionnaireFormController {

    private static final String HOME = "redirect:/me";

    private final Apis apis;
    private final BusinessTime time;

    QuestionnaireFormController(Apis apis, BusinessTime time) {
        this.apis = apis;
        this.time = time;
    }

    @GetMapping
    String questionnaire(Principal who, Model model) {
        Api treatment = apis.mine().treatment();
        model.addAttribute("questions", HealthQuestion.mine(treatment));
        ClientForms.lastAnswers(treatment, who.getName(), time.now()).ifPresent(it -> model.addAttribute("last", it));
        return "questionnaire";
    }

    /** Nothing has changed since the last answers: they are given again. */
    @PostMapping("/repeat")
    String repeat(
            @RequestParam MultiValueMap<String, String> fields, Principal who, Model model, RedirectAttributes next) {
        try {
            next.addFlashAttribute(
                    "notice",
                    HealthAnswers.notice(HealthAnswers.repeat(apis.mine().treatment(), new SubmittedForm(fields))));
            return HOME;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return questionnaire(who, model);
        }
    }

    @PostMapping
    String answer(
            @RequestParam MultiValueMap<String, String> fields, Principal who, Model model, RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            next.addFlashAttribute(
                    "notice",
                    HealthAnswers.notice(HealthAnswers.send(apis.mine().treatment(), form, who.getName())));
            return HOME;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("form", form);
            return questionnaire(who, model);
        }
    }
}
