package io.hairline.portal.office;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.clinic.PlanChanges;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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

/** The licences of those who treat. */
@Controller
@RequestMapping("/office/licences")
class LicencesController {

    private static final int PAGE = 100;
    /** As far as appointments are booked. */
    private static final int DAYS_AHEAD = 365;

    private static final List<String> REASONS =
            List.of("WITHDRAWN_BY_AUTHORITY", "GIVEN_UP", "ENTERED_WRONGLY", "OTHER");

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final BusinessTime time;
    private final PlanChanges changes;

    LicencesController(Apis apis, Catalogue catalogue, CurrentUser users, BusinessTime time, PlanChanges changes) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.time = time;
        this.changes = changes;
    }

    /** How many days a guest may work. */
    record Guest(int daysInARow, int daysAYear) {}

    record Licence(
            String id,
            long version,
            String practitionerId,
            String jurisdiction,
            LocalDate validFrom,
            LocalDate validUntil,
            LocalDate warnFrom,
            @Nullable Guest guest,
            @Nullable String revokedFor)
            implements CredentialLine.Paper {

        public String days() {
            return Texts.text("hours.range", Texts.date(validFrom), Texts.date(validUntil));
        }

        public String revoked() {
            return revokedFor == null ? "" : CodeLabels.label("licences.reason", revokedFor);
        }
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String cursor, Model model) {
        OfficePages.require(users);
        Api.Page<Licence> page =
                apis.mine().headOffice().page(Licence.class, "/licences", Map.of("limit", PAGE, "cursor", cursor));
        model.addAttribute("lines", CredentialLine.of(page.items(), catalogue, time));
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("practitioners", catalogue.practitioners());
        model.addAttribute("reasons", REASONS);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", SubmittedForm.empty());
        }
        return "licences";
    }

    @PostMapping
    String grant(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        model.addAttribute("form", form);
        Map<String, Object> body = form.body("practitionerId", "jurisdiction", "validFrom", "validUntil");
        body.put("guest", form.has("guest"));
        return sent(
                () -> apis.mine().headOffice().post(form.once(), body, "/licences"), "licences.granted", model, next);
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        Map<String, ?> work =
                Map.of("practitionerId", form.text("practitionerId"), "from", today, "to", today.plusDays(DAYS_AHEAD));
        if (changes.asks(form, "/office/licences/" + id + "/revoke", work, model)) {
            return show("", model);
        }
        return sent(
                () -> apis.mine()
                        .headOffice()
                        .post(form.once(), form.version(), form.body("reasonCode"), "/licences/{id}/revoke", id),
                "licences.revoked",
                model,
                next);
    }

    private String sent(Runnable call, String notice, Model model, RedirectAttributes next) {
        OfficePages.require(users);
        try {
            call.run();
            next.addFlashAttribute("notice", Texts.text(notice));
            return "redirect:/office/licences";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show("", model);
        }
    }
}
