package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms that a client reads, answers and signs. */
@Controller
@RequestMapping("/me")
class FormController {

    private static final String ENGLISH = "en";
    private static final String HOME = "redirect:/me";

    private final Apis apis;

    FormController(Apis apis) {
        this.apis = apis;
    }

    record Template(String id, String purpose, String language, String title, String text) {}

    @GetMapping("/consents/{purpose}")
    String consent(@PathVariable String purpose, Model model) {
        Api treatment = apis.mine().treatment();
        Template template = template(treatment, purpose, Texts.locale().getLanguage())
                .or(() -> template(treatment, purpose, ENGLISH))
                .orElseThrow(ApiProblem::unknown);
        model.addAttribute("template", template);
        return "consent";
    }

    /** A consent is read in the language of the pages, in English where it has no such text. */
    private static Optional<Template> template(Api treatment, String purpose, String language) {
        return treatment
                .list(Template.class, "/consent-templates", Map.of("purpose", purpose, "language", language))
                .stream()
                .findFirst();
    }

    @PostMapping("/consents/{purpose}")
    String sign(
            @PathVariable String purpose,
            @RequestParam String templateId,
            @RequestParam String language,
            @RequestParam String signedName,
            @RequestParam(required = false) @Nullable String drawing,
            @RequestParam String once,
            Principal who,
            Model model,
            RedirectAttributes next) {
        Map<String, Object> body = Map.of(
                "clientId", who.getName(),
                "purpose", purpose,
                "templateId", templateId,
                "language", language,
                "signature", SubmittedForm.signature(signedName, drawing));
        try {
            apis.mine().treatment().post(once, body, "/consents");
            next.addFlashAttribute("notice", Texts.text("notice.signed"));
            return HOME;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return consent(purpose, model);
        }
    }
}
