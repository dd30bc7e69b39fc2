package io.hairline.portal.dashboard;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** One figure of each clinic beside the network's median, with the limits that chance has. */
@Controller
class ComparisonController {

    private static final List<String> KEYS = List.of(
            "noShowRate",
            "lateCancelRate",
            "rebookingInCourse",
            "rebookingAfterCourse",
            "refillRate",
            "waitlistRefillRate",
            "consultationToCourse",
            "courseCompletion",
            "spacingCompliance",
            "touchUpConversion",
            "earlyTouchUps",
            "consentCompleteness",
            "lotCompleteness",
            "messageDelivery",
            "utilisation",
            "adverseEvents",
            "leadTime");

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final DashboardScopes scopes;

    ComparisonController(Apis apis, Catalogue catalogue, CurrentUser users, DashboardScopes scopes) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.scopes = scopes;
    }

    /** A figure to choose. */
    record Choice(String key, String name) {}

    /** A clinic in words. */
    record Line(String id, String clinic, String value, String cases, String limits, String position, String rank) {}

    @GetMapping("/dashboard/comparison")
    String show(@RequestParam(defaultValue = "noShowRate") String key, DashboardController.Choice choice, Model model) {
        SignedInUser user = users.current();
        if (!user.seesNumbers() || !KEYS.contains(key)) {
            throw ApiProblem.unknown();
        }
        DashboardPeriod period = DashboardPeriod.of(choice, scopes.today(new DashboardScope(null, null)));
        JsonNode answer = apis.mine().headOffice().read("/dashboard/" + key + "/comparison", period.query());
        String unit = answer.path("unit").asString("");
        model.addAttribute(
                "choices",
                KEYS.stream().map(it -> new Choice(it, Tile.name(it))).toList());
        model.addAttribute("key", key);
        model.addAttribute("name", Tile.name(key));
        model.addAttribute("period", period);
        model.addAttribute("spans", DashboardPeriod.CHOICES);
        model.addAttribute("explanation", tile(key, null, unit).explanation());
        model.addAttribute(
                "median", tile(key, number(answer.path("median")), unit).words());
        model.addAttribute(
                "network", tile(key, number(answer.path("network")), unit).words());
        model.addAttribute(
                "lines",
                answer.path("clinics")
                        .valueStream()
                        .map(it -> line(key, unit, it))
                        .toList());
        return "dashboard-comparison";
    }

    private Line line(String key, String unit, JsonNode it) {
        String id = it.path("clinicId").asString("");
        String position = it.path("position").asString("");
        Stream<BigDecimal> limits = Stream.of("low", "high").flatMap(name -> Stream.ofNullable(number(it.path(name))));
        return new Line(
                id,
                catalogue.clinicName(id),
                tile(key, number(it.path("value")), unit).words(),
                it.path("cases").asString("–"),
                String.join(
                        " – ",
                        limits.map(limit -> tile(key, limit, unit).words()).toList()),
                position.isEmpty() ? "" : Texts.textOr("comparison." + position, position),
                it.path("rank").asString("–"));
    }

    private static Tile tile(String key, @Nullable BigDecimal value, String unit) {
        return new Tile(key, value, null, unit, null, null);
    }

    private static @Nullable BigDecimal number(JsonNode it) {
        return it.isNumber() ? it.decimalValue() : it.isString() ? new BigDecimal(it.asString()) : null;
    }
}
