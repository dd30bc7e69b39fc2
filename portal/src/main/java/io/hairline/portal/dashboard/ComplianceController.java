package io.hairline.portal.dashboard;

import io.hairline.portal.api.Apis;
import io.hairline.portal.api.Apis.Seen;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What has to be in order in the clinics, the most urgent first. */
@Controller
class ComplianceController {

    private static final int MANY = 200;

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final WallScopes scopes;

    ComplianceController(Apis apis, Catalogue catalogue, CurrentUser users, WallScopes scopes) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.scopes = scopes;
    }

    /** One thing that has to be in order. */
    record Item(
            String kind,
            String clinicId,
            String displayName,
            String jurisdiction,
            @Nullable LocalDate validUntil,
            @Nullable Long daysLeft,
            String state) {

        public String kindWords() {
            return CodeLabels.label("compliance.kind", kind);
        }

        public String stateWords() {
            return CodeLabels.label("compliance.state", state);
        }

        public String until() {
            return validUntil == null ? "" : Texts.date(validUntil);
        }

        public String look() {
            return state.equals("VALID") ? "" : "warn";
        }
    }

    /** An item and where it is. */
    record Line(Item it, String clinic) {}

    @GetMapping("/wall/compliance")
    String show(DashboardController.Choice choice, Model model) {
        SignedInUser user = users.current();
        WallScope scope = WallScope.of(choice.regionId(), choice.clinicId(), user);
        Seen mine = apis.mine();
        List<Item> items = scope.isBrand()
                ? catalogue.regions().stream()
                        .flatMap(it -> read(mine, "regionId", it.id()))
                        .sorted(java.util.Comparator.comparingLong(ComplianceController::urgency))
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
        model.addAttribute(
                "lines",
                items.stream()
                        .map(it -> new Line(it, catalogue.clinicName(it.clinicId())))
                        .toList());
        return "compliance";
    }

    private static long urgency(Item it) {
        Long daysLeft = it.daysLeft();
        return daysLeft == null ? Long.MIN_VALUE : daysLeft;
    }

    private static Stream<Item> read(Seen mine, String scope, @Nullable String id) {
        return mine
                .headOffice()
                .list(Item.class, "/compliance", Map.of(scope, id == null ? "" : id, "limit", MANY))
                .stream();
    }
}
