package io.hairline.portal.office;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The training of those who treat. */
@Controller
@RequestMapping("/office/trainings")
class TrainingsController {

    private static final int PAGE = 100;
    private static final List<String> KINDS = List.of("BLOOD_BORNE_PATHOGENS", "FIRST_AID", "INFECTION_CONTROL");
    private static final List<String> REASONS = List.of("WITHDRAWN_BY_ISSUER", "ENTERED_WRONGLY", "OTHER");
    private static final String[] FACTS = {"kind", "jurisdiction", "issuedOn", "validUntil", "certificate"};
    private static final String[] NEW = {
        "practitionerId", "kind", "jurisdiction", "issuedOn", "validUntil", "certificate"
    };

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final BusinessTime time;

    TrainingsController(Apis apis, Catalogue catalogue, CurrentUser users, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.time = time;
    }

    record Training(
            String id,
            long version,
            String practitionerId,
            String kind,
            String jurisdiction,
            LocalDate issuedOn,
            LocalDate validUntil,
            @Nullable String certificate,
            LocalDate warnFrom,
            @Nullable String withdrawnFor)
            implements CredentialLine.Paper {

        public String kindWords() {
            return CodeLabels.label("trainings.kind", kind);
        }

        public String days() {
            return Texts.text("hours.range", Texts.date(issuedOn), Texts.date(validUntil));
        }

        public String withdrawn() {
            return withdrawnFor == null ? "" : CodeLabels.label("trainings.reason", withdrawnFor);
        }
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String cursor, Model model) {
        OfficePages.require(users);
        Api.Page<Training> page =
                apis.mine().headOffice().page(Training.class, "/trainings", Map.of("limit", PAGE, "cursor", cursor));
        model.addAttribute("lines", CredentialLine.of(page.items(), catalogue, time));
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("practitioners", catalogue.practitioners());
        model.addAttribute("kinds", KINDS);
        model.addAttribute("reasons", REASONS);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", SubmittedForm.empty());
        }
        return "trainings";
    }

    @PostMapping
    String record(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        model.addAttribute("form", form);
        return sent(
                () -> apis.mine().headOffice().post(form.once(), form.body(NEW), "/trainings"),
                "trainings.recorded",
                model,
                next);
    }

    @PostMapping("/{id}")
    String correct(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return sent(
                () -> apis.mine()
                        .headOffice()
                        .put(Objects.requireNonNullElse(form.version(), 0L), form.body(FACTS), "/trainings/{id}", id),
                "trainings.corrected",
                model,
                next);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return sent(
                () -> apis.mine()
                        .headOffice()
                        .post(form.once(), form.version(), form.body("reasonCode"), "/trainings/{id}/withdraw", id),
                "trainings.withdrawn",
                model,
                next);
    }

    private String sent(Runnable call, String notice, Model model, RedirectAttributes next) {
        OfficePages.require(users);
        try {
            call.run();
            next.addFlashAttribute("notice", Texts.text(notice));
            return "redirect:/office/trainings";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show("", model);
        }
    }
}
