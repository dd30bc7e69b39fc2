package io.hairline.portal.paper;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/me")
class PaperController {

    private static final String ENGLISH = "en";
    private static final String ANSWER = "answer.";
    private static final String SIGNED = "redirect:/me?done=signed";

    private final Apis apis;

    PaperController(Apis apis) {
        this.apis = apis;
    }

    record Template(String id, String purpose, String language, String title, String text) {}

    record Question(String code, @Nullable Boolean optional, Map<String, String> texts) {
        public String words() {
            return texts.getOrDefault(ENGLISH, CodeLabels.plain(code));
        }

        public boolean isNeeded() {
            return !Boolean.TRUE.equals(optional);
        }
    }

    record Session(String serviceCode, Money price) {
        public String name() {
            return CodeLabels.service(serviceCode);
        }
    }

    record Plan(String id, String status, @Nullable String kind, List<Session> sessions, Money total) {
        public boolean isOpen() {
            return "PROPOSED".equals(status);
        }
    }

    @GetMapping("/consents/{purpose}")
    String consent(@PathVariable String purpose, Model model) {
        Api treatment = apis.mine().treatment();
        Template template =
                treatment
                        .list(Template.class, "/consent-templates", Map.of("purpose", purpose, "language", ENGLISH))
                        .stream()
                        .findFirst()
                        .orElseThrow(ApiProblem::unknown);
        model.addAttribute("template", template);
        return "consent";
    }

    @PostMapping("/consents/{purpose}")
    String sign(
            @PathVariable String purpose,
            @RequestParam String templateId,
            @RequestParam String language,
            @RequestParam String signedName,
            @RequestParam String once,
            Principal who,
            Model model) {
        Map<String, Object> body = Map.of(
                "clientId", who.getName(),
                "purpose", purpose,
                "templateId", templateId,
                "language", language,
                "signature", Map.of("signedName", signedName));
        try {
            apis.mine().treatment().post(once, body, "/consents");
            return SIGNED;
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
    String answer(@RequestParam Map<String, String> form, Principal who, Model model) {
        Map<String, Boolean> answers = new TreeMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), value.equals("yes"));
            }
        });
        Map<String, Object> body = Map.of(
                "clientId", who.getName(),
                "answers", answers,
                "signature", Map.of("signedName", form.getOrDefault("signedName", "")));
        try {
            apis.mine().treatment().post(Objects.requireNonNullElse(form.get("once"), ""), body, "/questionnaires");
            return "redirect:/me?done=answered";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return questionnaire(model);
        }
    }

    @GetMapping("/plans/{id}")
    String plan(@PathVariable String id, Model model) {
        model.addAttribute("plan", apis.mine().treatment().get(Plan.class, "/plans/{id}", id));
        return "plan";
    }

    @PostMapping("/plans/{id}/accept")
    String accept(@PathVariable String id, @RequestParam String signedName, @RequestParam String once, Model model) {
        try {
            Map<String, ?> body = Map.of("signature", Map.of("signedName", signedName));
            apis.mine().treatment().post(once, body, "/plans/{id}/accept", id);
            return SIGNED;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return plan(id, model);
        }
    }
}
