package io.hairline.portal.dashboard;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has to be in order in the clinics, the most urgent first, and emergency accesses that wait for a review. */
@Controller
class ComplianceController {

    private static final int MANY = 200;

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final DashboardScopes scopes;
    private final ClientNames clients;
    private final OpenComplianceMatters matters;

    ComplianceController(
            Apis apis,
            Catalogue catalogue,
            CurrentUser users,
            DashboardScopes scopes,
            ClientNames clients,
            OpenComplianceMatters matters) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.scopes = scopes;
        this.clients = clients;
        this.matters = matters;
    }

    /** An item, where it is, and of which client it is. */
    record Line(ComplianceItem it, String clinic, @Nullable String client) {}

    @GetMapping("/dashboard/compliance")
    String show(DashboardController.Choice choice, Model model) {
        SignedInUser user = users.current();
        DashboardScope scope = DashboardScope.of(choice.regionId(), choice.clinicId(), user);
        CallerApis mine = apis.mine();
        List<ComplianceItem> items = scope.isBrand()
                ? ParallelCalls.each(catalogue.regions(), it -> read(mine, "regionId", it.id())).stream()
                        .flatMap(it -> it)
                        .sorted(Comparator.comparingLong(ComplianceController::urgency))
                        .toList()
                : read(
                                mine,
                                scope.clinic() != null ? "clinicId" : "regionId",
                                scope.clinic() != null ? scope.clinic() : scope.region())
                        .toList();
        model.addAttribute("scope", scope);
        model.addAttribute("place", scopes.place(scope));
        model.addAttribute("regions", scopes.regions(user));
        model.addAttribute("clinics", scopes.clinics(user));
        model.addAttribute("brand", user.isBrand());
        model.addAttribute("reviews", user.isBrand() || user.region().isPresent());
        List<Line> licences = items.stream()
                .filter(it -> !it.isEmergency() && !it.isOverride() && !it.isRetention() && !it.isGuest())
                .map(it -> new Line(it, catalogue.clinicName(it.clinicId()), null))
                .toList();
        model.addAttribute(
                "lines", licences.stream().filter(it -> !it.it().isValid()).toList());
        model.addAttribute(
                "valid", licences.stream().filter(it -> it.it().isValid()).toList());
        model.addAttribute(
                "overrides",
                items.stream()
                        .filter(ComplianceItem::isOverride)
                        .map(it -> new Line(it, catalogue.clinicName(it.clinicId()), null))
                        .toList()
                        .reversed());
        model.addAttribute(
                "retention",
                items.stream()
                        .filter(ComplianceItem::isRetention)
                        .map(it -> new Line(it, catalogue.clinicName(it.clinicId()), null))
                        .toList());
        model.addAttribute(
                "guests",
                items.stream()
                        .filter(ComplianceItem::isGuest)
                        .map(it -> new Line(it, catalogue.clinicName(it.clinicId()), null))
                        .toList());
        matters(scope, user, mine, model);
        List<ComplianceItem> emergencies =
                items.stream().filter(ComplianceItem::isEmergency).toList();
        ClientNames.Names names = clients.names(mine, emergencies, ComplianceItem::clientId);
        model.addAttribute(
                "emergencies",
                emergencies.stream()
                        .map(it -> new Line(it, catalogue.clinicName(it.clinicId()), names.of(it.clientId())))
                        .toList());
        return "compliance";
    }

    /** Adverse events are for regions and head office, and recalls for head office alone. */
    private void matters(DashboardScope scope, SignedInUser user, CallerApis mine, Model model) {
        Set<String> clinics = scopes.clinicsOf(scope).stream().map(Clinic::id).collect(Collectors.toSet());
        boolean leads = user.isBrand() || user.region().isPresent();
        model.addAttribute("leads", leads);
        model.addAttribute("harms", leads ? matters.harms(mine, clinics::contains) : OpenComplianceMatters.none());
        model.addAttribute("recalls", user.isBrand() ? matters.recalls(mine) : OpenComplianceMatters.none());
        DashboardPeriod period = DashboardPeriod.of((Integer) null, scopes.today(scope));
        model.addAttribute("period", period);
        model.addAttribute("gaps", matters.gaps(mine, period, clinics::contains));
    }

    @PostMapping("/dashboard/compliance/emergencies/{id}/review")
    String review(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            DashboardController.Choice choice,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            apis.mine()
                    .headOffice()
                    .post(form.once(), form.body("outcome"), "/compliance/emergency-accesses/{id}/review", id);
            next.addFlashAttribute("notice", Texts.text("emergency.reviewed"));
            next.addAttribute("regionId", Objects.requireNonNullElse(choice.regionId(), ""));
            next.addAttribute("clinicId", Objects.requireNonNullElse(choice.clinicId(), ""));
            return "redirect:/dashboard/compliance";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(choice, model);
        }
    }

    private static long urgency(ComplianceItem it) {
        Long daysLeft = it.daysLeft();
        return daysLeft == null ? Long.MIN_VALUE : daysLeft;
    }

    private static Stream<ComplianceItem> read(CallerApis mine, String scope, @Nullable String id) {
        return mine
                .headOffice()
                .list(ComplianceItem.class, "/compliance", Map.of(scope, id == null ? "" : id, "limit", MANY))
                .stream();
    }
}
