package io.hairline.portal.record;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questions of a client after a session, and the clinic's answers. */
@Controller
@RequestMapping("/me/aftercare")
class AftercareController {

    private static final String AFTERCARE = "AFTERCARE_";

    private final Apis apis;

    AftercareController(Apis apis) {
        this.apis = apis;
    }

    /** A message that can be answered. */
    record Advice(String id, String template, String subject, Instant at) {
        public String words() {
            return subject + " · " + day(at);
        }
    }

    /** A question, and its answer once there is one. */
    record Question(
            String id,
            String text,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        public String asked() {
            return day(askedAt);
        }
    }

    /** One rule of the weeks after a session, and its days. */
    record Step(String rule, LocalDate from, @Nullable LocalDate until) {
        public String words() {
            return CodeLabels.label("aftercare.rule", rule);
        }

        public String days() {
            return until == null
                    ? Texts.text("aftercare.from", Texts.date(from))
                    : Texts.text("aftercare.days", Texts.date(from), Texts.date(until));
        }
    }

    /** What to do after the last session. */
    record Plan(String serviceCode, LocalDate treatedOn, List<Step> steps) {
        public String words() {
            return Texts.text("aftercare.plan.of", CodeLabels.service(serviceCode), Texts.date(treatedOn));
        }
    }

    /** A photo that shows what is asked about. */
    record Photo(String id, String angle, String stage, Instant takenAt) {
        public String words() {
            return Texts.text(
                    "photo.words",
                    CodeLabels.label("photo.angle", angle),
                    CodeLabels.label("photo.stage", stage),
                    day(takenAt));
        }
    }

    @GetMapping
    String show(Principal who, Model model) {
        return page(who, SubmittedForm.empty(), model);
    }

    private String page(Principal who, SubmittedForm form, Model model) {
        CallerApis mine = apis.mine();
        Map<String, String> own = Map.of("clientId", who.getName());
        model.addAttribute("form", form);
        model.addAttribute(
                "advice",
                PagePart.of(() -> mine.notification().list(Advice.class, "/inbox", Map.of()).stream()
                        .filter(it -> it.template().startsWith(AFTERCARE))
                        .toList()));
        model.addAttribute("plans", PagePart.of(() -> mine.treatment().list(Plan.class, "/aftercare-plans", own)));
        model.addAttribute(
                "questions", PagePart.of(() -> mine.treatment().list(Question.class, "/aftercare-replies", own)));
        model.addAttribute(
                "photos",
                PagePart.of(() -> mine.treatment().list(Photo.class, "/photos", own))
                        .or(List.of()));
        return "aftercare";
    }

    @PostMapping
    String ask(
            @RequestParam MultiValueMap<String, String> fields, Principal who, Model model, RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> question = form.body("messageId", "text");
        question.put("photoIds", Objects.requireNonNullElse(fields.get("photoIds"), List.of()));
        try {
            var _ = apis.mine().treatment().post(form.once(), question, "/aftercare-replies");
            next.addFlashAttribute("notice", Texts.text("aftercare.asked"));
            return "redirect:/me/aftercare";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(who, form, model);
        }
    }

    private static String day(Instant at) {
        return Texts.date(at.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
