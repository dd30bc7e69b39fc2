package io.hairline.portal.dashboard;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** Numbers beyond their limits, and the limits themselves, which head office sets. */
@Controller
@RequestMapping("/dashboard/alerts")
class AlertController {

    private static final List<String> KEYS = List.of(
            "noShowRate",
            "lateCancelRate",
            "utilisation",
            "rebookingInCourse",
            "rebookingAfterCourse",
            "spacingCompliance",
            "courseCompletion",
            "touchUpConversion",
            "earlyTouchUps",
            "adverseEvents",
            "consentCompleteness",
            "lotCompleteness",
            "messageDelivery",
            "messageStale",
            "touchUpsDue");

    /** There in every form, even where no figure has limits yet. */
    private static final String VERSIONS = "version-shown";

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final Alerts alerts;

    AlertController(Apis apis, Catalogue catalogue, CurrentUser users, Alerts alerts) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.alerts = alerts;
    }

    /** A figure to choose. */
    record Choice(String key, String name) {}

    /**
     * A limit in words.
     *
     * @param field of the form that has its version
     */
    record Rule(String id, String version, String field, String name, String place, String above, String below) {}

    /** Figures without limits have none: they are at version 0. */
    static String field(String key, String regionId) {
        return "version-" + key + "-" + regionId;
    }

    @GetMapping
    String show(Model model) {
        return show(SubmittedForm.empty(), model);
    }

    private String show(SubmittedForm form, Model model) {
        SignedInUser user = users.current();
        if (!user.isBrand() && user.region().isEmpty()) {
            throw ApiProblem.unknown();
        }
        model.addAttribute(
                "alerts",
                alerts.open(apis.mine(), user.isBrand() ? null : user.region().orElse(null)));
        model.addAttribute(
                "rules",
                apis.mine().headOffice().list(JsonNode.class, "/alert-rules", Map.of("limit", 200)).stream()
                        .map(it -> rule(it, form))
                        .toList());
        model.addAttribute("brand", user.isBrand());
        model.addAttribute(
                "choices",
                KEYS.stream().map(it -> new Choice(it, Tile.name(it))).toList());
        model.addAttribute("regions", catalogue.regions());
        model.addAttribute("form", form);
        return "dashboard-alerts";
    }

    private Rule rule(JsonNode it, SubmittedForm form) {
        String field = field(it.path("key").asString(""), it.path("regionId").asString(""));
        return new Rule(
                it.path("id").asString(""),
                versionFor(form, field, it.path("version").asString("")),
                field,
                Tile.name(it.path("key").asString("")),
                it.path("regionId").isString()
                        ? catalogue.regionName(it.path("regionId").asString())
                        : Texts.text("alerts.everywhere"),
                limit(it, "above"),
                limit(it, "below"));
    }

    /** The version that a refused form was filled in for, which is 0 where its page showed no limits; else the latest. */
    static String versionFor(SubmittedForm form, String field, String latest) {
        if (form.has(field)) {
            return form.text(field);
        }
        return form.has(VERSIONS) ? "0" : latest;
    }

    private static String limit(JsonNode rule, String side) {
        return rule.hasNonNull(side)
                ? Alerts.words(rule.path(side), rule.path("unit").asString(""))
                : "–";
    }

    @PostMapping
    String set(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return sent(
                () -> apis.mine().headOffice().post(form.once(), versionOf(form), body(form), "/alert-rules"),
                form,
                model,
                next);
    }

    private static Map<String, Object> body(SubmittedForm form) {
        Map<String, Object> body = new LinkedHashMap<>(form.body("key", "regionId"));
        List.of("above", "below").stream().filter(form::has).forEach(it -> body.put(it, form.number(it)));
        return body;
    }

    /** Of the chosen figure's limits in the chosen region, as the page showed them. */
    static Long versionOf(SubmittedForm form) {
        String version = form.text(field(form.text("key"), form.text("regionId")));
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0L;
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String id, Model model, RedirectAttributes next) {
        return sent(() -> apis.mine().headOffice().delete("/alert-rules/{id}", id), SubmittedForm.empty(), model, next);
    }

    private String sent(Runnable call, SubmittedForm form, Model model, RedirectAttributes next) {
        try {
            call.run();
            next.addFlashAttribute("notice", Texts.text("alerts.saved"));
            return "redirect:/dashboard/alerts";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(form.again(e), model);
        }
    }
}
