package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The booking policy in its layers: the brand's, and what a region or a clinic does otherwise. */
@Controller
@RequestMapping("/office/policy")
class PolicyController {

    private static final String PAGE = "/office/policy";

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;

    PolicyController(Apis apis, Catalogue catalogue, CurrentUser users) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
    }

    /** A line of a table of values. */
    record Line(String place, String field, String before, String after, String note) {}

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String regionId,
            @RequestParam(defaultValue = "") String clinicId,
            Model model) {
        PolicyChoice choice = PolicyChoice.of(regionId, clinicId, users.current());
        JsonNode layer = layer(choice);
        return show(choice, PolicyForm.of(layer.path("inForce")), layer, model);
    }

    private String show(PolicyChoice choice, PolicyForm form, JsonNode layer, Model model) {
        InheritedPolicy above = InheritedPolicy.of(choice, apis.mine().headOffice());
        model.addAttribute("choice", choice);
        model.addAttribute("place", choice.place(catalogue));
        model.addAttribute("regions", PolicyChoice.regions(catalogue, users.current()));
        model.addAttribute("clinics", PolicyChoice.clinics(catalogue, users.current()));
        model.addAttribute("brand", users.current().isBrand());
        model.addAttribute("version", form.sent().version(layer.path("version").asLong(0)));
        model.addAttribute("singles", form.singles(above));
        model.addAttribute("groups", form.groups(above));
        model.addAttribute("tiers", form.tiers());
        model.addAttribute(
                "cancellationAbove",
                PolicyWords.words(PolicyForm.CANCELLATION, above.values().path(PolicyForm.CANCELLATION)));
        model.addAttribute("cancellationFixed", above.locked().contains(PolicyForm.CANCELLATION));
        model.addAttribute("rules", form.rules(above));
        model.addAttribute("effects", PolicyForm.EFFECTS);
        model.addAttribute("rulesFixed", above.locked().contains(PolicyForm.RULES));
        model.addAttribute("rulesLocked", form.sent().all("locked").contains(PolicyForm.RULES));
        model.addAttribute("form", form.sent());
        model.addAttribute("lockable", choice.clinicId().isEmpty());
        model.addAttribute(
                "planned",
                layer.path("planned")
                        .valueStream()
                        .map(PolicyController::version)
                        .toList());
        model.addAttribute("history", history(layer));
        model.addAttribute("drift", choice.clinicId().isEmpty() ? drift(choice) : List.of());
        return "policy";
    }

    private JsonNode layer(PolicyChoice choice) {
        return policies()
                .filter(it -> it.path("regionId").asString("").equals(choice.regionId())
                        && it.path("clinicId").asString("").equals(choice.clinicId()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private Stream<JsonNode> policies() {
        return apis.mine().headOffice().list(JsonNode.class, "/policies", Map.of("limit", 200)).stream();
    }

    private List<Line> drift(PolicyChoice choice) {
        return apis
                .mine()
                .headOffice()
                .list(JsonNode.class, "/policies/drift", Map.of("regionId", choice.regionId(), "limit", 200))
                .stream()
                .map(it -> new Line(
                        it.path("clinicId").isString()
                                ? catalogue.clinicName(it.path("clinicId").asString())
                                : catalogue.regionName(it.path("regionId").asString()),
                        field(it),
                        words(it, "above"),
                        words(it, "value"),
                        it.path("lockedBy").isString() ? Texts.text("layers.ignored") : ""))
                .toList();
    }

    private static String version(JsonNode it) {
        return Texts.text(
                "layers.version", Texts.date(LocalDate.parse(it.path("from").asString())), PolicyWords.summary(it));
    }

    private static List<String> history(JsonNode layer) {
        return layer.path("history")
                .valueStream()
                .map(it -> it.path("version").asString() + " · " + version(it.path("layer")))
                .toList();
    }

    private static String words(JsonNode it, String side) {
        return PolicyWords.words(it.path("field").asString(), it.path(side));
    }

    private static String field(JsonNode it) {
        return PolicyWords.label(it.path("field").asString());
    }

    @PostMapping("/preview")
    String preview(@RequestParam MultiValueMap<String, String> fields, Model model) {
        PolicyForm form = new PolicyForm(new SubmittedForm(fields));
        PolicyChoice choice = choice(form);
        try {
            JsonNode answer = apis.mine()
                    .headOffice()
                    .post(form.sent().once() + "-preview", body(form, choice), "/policies/preview");
            model.addAttribute(
                    "changes",
                    answer.path("changes")
                            .valueStream()
                            .map(it -> new Line(
                                    it.path("clinicName").asString(),
                                    field(it),
                                    words(it, "before"),
                                    words(it, "after"),
                                    ""))
                            .toList());
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
        }
        return show(choice, form, layer(choice), model);
    }

    @PostMapping
    String publish(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        PolicyForm form = new PolicyForm(new SubmittedForm(fields));
        PolicyChoice choice = choice(form);
        try {
            apis.mine()
                    .headOffice()
                    .post(form.sent().once(), form.sent().version(), body(form, choice), "/policies/layers");
            next.addFlashAttribute(
                    "notice",
                    form.sent().has("from")
                            ? Texts.text(
                                    "policy.planned",
                                    Texts.date(LocalDate.parse(form.sent().text("from"))))
                            : Texts.text("policy.changed"));
            return "redirect:" + PAGE + choice.query();
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(choice, new PolicyForm(form.sent().again(e)), layer(choice), model);
        }
    }

    private Map<String, Object> body(PolicyForm form, PolicyChoice choice) {
        return form.body(choice, InheritedPolicy.of(choice, apis.mine().headOffice()));
    }

    private PolicyChoice choice(PolicyForm form) {
        return PolicyChoice.of(form.sent().text("regionId"), form.sent().text("clinicId"), users.current());
    }
}
