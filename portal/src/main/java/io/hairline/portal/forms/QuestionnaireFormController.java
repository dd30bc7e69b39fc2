package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** The health questions: answered the first time, and before each session whether anything has changed. */
@Controller
@RequestMapping("/me")
class QuestionnaireFormController {

    private static final String ENGLISH = "en";
    private static final String ANSWER = "answer.";
    private static final String ENDED = "ended.";
    private static final String HOME = "redirect:/me";

    private final Apis apis;
    private final BusinessTime time;

    QuestionnaireFormController(Apis apis, BusinessTime time) {
        this.apis = apis;
        this.time = time;
    }

    record Question(
            String code,
            @Nullable Boolean optional,
            @Nullable Integer waitDays,
            Map<String, String> texts) {
        public String words() {
            return texts.getOrDefault(
                    Texts.locale().getLanguage(), texts.getOrDefault(ENGLISH, CodeLabels.plain(code)));
        }

        public boolean isNeeded() {
            return !Boolean.TRUE.equals(optional);
        }
    }

    @GetMapping("/questionnaire")
    String questionnaire(Principal who, Model model) {
        Api treatment = apis.mine().treatment();
        model.addAttribute("questions", treatment.list(Question.class, "/questionnaires/questions", Map.of()));
        ClientForms.lastAnswers(treatment, who.getName(), time.now()).ifPresent(it -> model.addAttribute("last", it));
        return "questionnaire";
    }

    /** Nothing has changed since the last answers: they are given again. */
    @PostMapping("/questionnaire/repeat")
    String repeat(
            @RequestParam String questionnaireId,
            @RequestParam MultiValueMap<String, String> fields,
            Principal who,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            var answer = apis.mine()
                    .treatment()
                    .post(
                            form.once(),
                            Map.of("signature", form.signature()),
                            "/questionnaires/{id}/repeat",
                            questionnaireId);
            next.addFlashAttribute("notice", noticeOf(answer));
            return HOME;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return questionnaire(who, model);
        }
    }

    @PostMapping("/questionnaire")
    String answer(@RequestParam Map<String, String> form, Principal who, Model model, RedirectAttributes next) {
        Map<String, Boolean> answers = new TreeMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), value.equals("yes"));
            }
        });
        Map<String, String> endedOn = new TreeMap<>();
        form.forEach((name, value) -> {
            boolean yes = name.startsWith(ENDED) && Boolean.TRUE.equals(answers.get(name.substring(ENDED.length())));
            if (yes && !value.isBlank()) {
                endedOn.put(name.substring(ENDED.length()), value);
            }
        });
        Map<String, Object> body = Map.of(
                "clientId",
                who.getName(),
                "answers",
                answers,
                "endedOn",
                endedOn,
                "signature",
                SubmittedForm.signature(form.getOrDefault("signedName", ""), form.get("drawing")));
        try {
            var answer = apis.mine()
                    .treatment()
                    .post(Objects.requireNonNullElse(form.get("once"), ""), body, "/questionnaires");
            next.addFlashAttribute("notice", noticeOf(answer));
            return HOME;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return questionnaire(who, model);
        }
    }

    /** What the answers mean for the treatment is said at once. */
    private static String noticeOf(JsonNode answer) {
        List<String> effects = answer.path("findings")
                .valueStream()
                .map(it -> it.path("effect").asString(""))
                .toList();
        if (effects.contains("BLOCK")) {
            return Texts.text("notice.answered.block");
        }
        return answer.path("findings")
                .valueStream()
                .map(it -> it.path("waitUntil").asString(""))
                .filter(it -> !it.isEmpty())
                .max(Comparator.naturalOrder())
                .map(it -> Texts.text(
                        "notice.answered.wait", Texts.date(LocalDate.parse(it).plusDays(1))))
                .orElseGet(() -> Texts.text(withoutWaiting(effects)));
    }

    private static String withoutWaiting(List<String> effects) {
        if (effects.contains("DOCTORS_NOTE")) {
            return "notice.answered.note";
        }
        return effects.isEmpty() ? "notice.answered" : "notice.answered.talk";
    }
}
