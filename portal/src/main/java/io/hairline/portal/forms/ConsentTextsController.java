package io.hairline.portal.forms;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Head office reads the words that clients sign under, in all their versions, and publishes new ones. */
@Controller
@RequestMapping("/office/consents")
class ConsentTextsController {

    private static final int MANY = 200;

    private final Apis apis;
    private final CurrentUser users;

    ConsentTextsController(Apis apis, CurrentUser users) {
        this.apis = apis;
        this.users = users;
    }

    /** One version of the words for a purpose and a language. */
    record Wording(
            String id,
            String purpose,
            String language,
            String title,
            String text,
            @Nullable Integer version,
            @Nullable Instant publishedAt) {

        public String purposeWords() {
            return CodeLabels.label("consent", purpose);
        }

        public String languageWords() {
            return Locale.of(language).getDisplayLanguage(Texts.locale());
        }

        public String day() {
            return publishedAt == null
                    ? "–"
                    : Texts.date(publishedAt.atOffset(ZoneOffset.UTC).toLocalDate());
        }
    }

    /** The texts in use; with the id of one, its versions and the form for the next one. */
    @GetMapping
    String list(@RequestParam(required = false) @Nullable String id, Model model) {
        Optional<Wording> chosen = fill(id, model);
        model.addAttribute("form", chosen.map(ConsentTextsController::formOf).orElseGet(SubmittedForm::empty));
        return "consent-texts";
    }

    @PostMapping
    String publish(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        requireHeadOffice();
        SubmittedForm form = new SubmittedForm(fields);
        try {
            String id = apis.mine()
                    .treatment()
                    .post(
                            form.once(),
                            form.body("purpose", "language", "title", "text", "replaces"),
                            "/consent-templates")
                    .path("id")
                    .asString();
            next.addFlashAttribute("notice", Texts.text("wording.published"));
            next.addAttribute("id", id);
            return "redirect:/office/consents";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            fill(form.text("replaces"), model);
            model.addAttribute("form", form);
            return "consent-texts";
        }
    }

    private Optional<Wording> fill(@Nullable String id, Model model) {
        requireHeadOffice();
        List<Wording> inUse = apis.mine().treatment().list(Wording.class, "/consent-templates", Map.of("limit", MANY));
        Optional<Wording> chosen =
                inUse.stream().filter(it -> Objects.equals(it.id(), id)).findFirst();
        model.addAttribute("texts", inUse);
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("versions", chosen.map(this::versions).orElse(List.of()));
        return chosen;
    }

    private List<Wording> versions(Wording it) {
        return apis.mine()
                .treatment()
                .list(
                        Wording.class,
                        "/consent-templates",
                        Map.of("purpose", it.purpose(), "language", it.language(), "all", true, "limit", MANY));
    }

    private static SubmittedForm formOf(Wording it) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("title", it.title());
        fields.add("text", it.text());
        return new SubmittedForm(fields);
    }

    private void requireHeadOffice() {
        if (!users.current().isBrand()) {
            throw ApiProblem.unknown();
        }
    }
}
