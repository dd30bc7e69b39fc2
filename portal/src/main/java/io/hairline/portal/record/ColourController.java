package io.hairline.portal.record;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** When a client's colour wants refreshing, why then, and the yearly question how it looks. */
@Controller
@RequestMapping("/me/colour")
class ColourController {

    private final Apis apis;

    ColourController(Apis apis) {
        this.apis = apis;
    }

    /** A yearly question. */
    record Question(
            String id,
            int year,
            LocalDate openUntil,
            boolean open,
            @Nullable String answer,
            boolean suggestsConsultation) {
        public String until() {
            return Texts.date(openUntil);
        }

        public String answerWords() {
            return answer == null ? Texts.text("colour.missed") : CodeLabels.label("colour.seen", answer);
        }
    }

    /** The days of a touch-up. */
    record Window(LocalDate from, LocalDate due, LocalDate until) {
        public String words() {
            return Texts.text("colour.window", Texts.date(from), Texts.date(until));
        }
    }

    /** What is expected of the colour. */
    record TouchUp(
            @Nullable Window window,
            @Nullable String status,
            @Nullable List<String> reasons) {
        public boolean isAhead() {
            return window != null && List.of("PLANNED", "DUE", "CONTACTED").contains(status);
        }

        public List<String> reasonWords() {
            return Objects.requireNonNullElse(reasons, List.<String>of()).stream()
                    .map(it -> CodeLabels.label("fade", it))
                    .toList();
        }
    }

    @GetMapping
    String show(Principal who, Model model) {
        CallerApis mine = apis.mine();
        Map<String, String> own = Map.of("clientId", who.getName());
        model.addAttribute("questions", PagePart.of(() -> mine.treatment().list(Question.class, "/self-checks", own)));
        model.addAttribute(
                "touchUps",
                PagePart.of(() -> mine.treatment().list(TouchUp.class, "/touch-ups", own).stream()
                                .filter(TouchUp::isAhead)
                                .toList())
                        .or(List.of()));
        return "colour";
    }

    /** What follows from the answer. */
    private static String notice(JsonNode said) {
        return said.path("suggestsConsultation").asBoolean(false)
                ? Texts.text("colour.noted.consult")
                : Texts.text("colour.noted");
    }

    @PostMapping
    String answer(
            Principal who,
            @RequestParam String once,
            @RequestParam String selfCheckId,
            @RequestParam String answer,
            Model model,
            RedirectAttributes next) {
        try {
            JsonNode said = apis.mine()
                    .treatment()
                    .post(once, Map.of("answer", answer), "/self-checks/{id}/answer", selfCheckId);
            next.addFlashAttribute("notice", notice(said));
            return "redirect:/me/colour";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(who, model);
        }
    }
}
