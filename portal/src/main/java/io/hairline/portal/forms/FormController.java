package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** The forms that a client reads, answers and signs. */
@Controller
@RequestMapping("/me")
class FormController {

    private static final String ENGLISH = "en";
    private static final String ANSWER = "answer.";
    private static final String HOME = "redirect:/me";

    private final Apis apis;

    FormController(Apis apis) {
        this.apis = apis;
    }

    record Template(String id, String purpose, String language, String title, String text) {}

    record Question(String code, @Nullable Boolean optional, Map<String, String> texts) {
        public String words() {
            return texts.getOrDefault(
                    Texts.locale().getLanguage(), texts.getOrDefault(ENGLISH, CodeLabels.plain(code)));
        }

        public boolean isNeeded() {
            return !Boolean.TRUE.equals(optional);
        }
    }

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

    @GetMapping("/questionnaire")
    String questionnaire(Model model) {
        List<Question> questions = apis.mine().treatment().list(Question.class, "/questionnaires/questions", Map.of());
        model.addAttribute("questions", questions);
        return "questionnaire";
    }

    @PostMapping("/questionnaire")
    String answer(@RequestParam Map<String, String> form, Principal who, Model model, RedirectAttributes next) {
        Map<String, Boolean> answers = new TreeMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), value.equals("yes"));
            }
        });
        Map<String, Object> body = Map.of(
                "clientId", who.getName(),
                "answers", answers,
                "signature", SubmittedForm.signature(form.getOrDefault("signedName", ""), form.get("drawing")));
        try {
            var answer = apis.mine()
                    .treatment()
                    .post(Objects.requireNonNullElse(form.get("once"), ""), body, "/questionnaires");
            next.addFlashAttribute("notice", Texts.text(noticeOf(answer)));
            return HOME;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return questionnaire(model);
        }
    }

    /** What the answers mean for the treatment is said at once. */
    private static String noticeOf(JsonNode answer) {
        List<String> effects = answer.path("findings")
                .valueStream()
                .map(it -> it.path("effect").asString(""))
                .toList();
        if (effects.contains("BLOCK")) {
            return "notice.answered.block";
        }
        return effects.isEmpty() ? "notice.answered" : "notice.answered.talk";
    }
}
