package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Opens a clinic, corrects what is known of it, and gives it to another region or owner. */
@Controller
@RequestMapping("/office/clinics")
class ClinicFormController {

    private static final String[] DETAILS = {"name", "address", "phone"};
    private static final String[] PLACE = {"regionId", "ownerId"};
    private static final String[] MOVE = {"regionId", "ownerId", "from"};
    private static final List<String> END_REASONS =
            List.of("CONTRACT_ENDED", "SOLD", "RELOCATED", "INSOLVENCY", "OTHER");
    private static final List<String> WEEKDAYS =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY");

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;

    ClinicFormController(Apis apis, Catalogue catalogue, CurrentUser users) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
    }

    @GetMapping("/new")
    String empty(Model model) {
        return show(null, SubmittedForm.empty(), model);
    }

    @GetMapping("/{id}/edit")
    String filled(@PathVariable String id, Model model) {
        OfficePages.require(users);
        return show(id, new SubmittedForm(new LinkedMultiValueMap<>()), model);
    }

    /** What the clinic is, and over it what was sent: each form of the page sends only its own fields. */
    private static SubmittedForm filled(JsonNode clinic, SubmittedForm sent) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        clinic.propertyNames().stream()
                .filter(it -> clinic.path(it).isValueNode())
                .forEach(it -> fields.add(it, clinic.path(it).asString("")));
        fields.putAll(sent.fields());
        return new SubmittedForm(fields);
    }

    private String show(@Nullable String id, SubmittedForm sent, Model model) {
        OfficePages.require(users);
        JsonNode clinic = id == null
                ? MissingNode.getInstance()
                : apis.mine().headOffice().get(JsonNode.class, "/clinics/{id}", id);
        SubmittedForm form = filled(clinic, sent);
        model.addAttribute("id", id);
        model.addAttribute("name", clinic.path("name").asString(""));
        model.addAttribute("form", form);
        model.addAttribute("regions", catalogue.regions());
        List<StructureController.Owner> owners =
                apis.mine().headOffice().list(StructureController.Owner.class, "/owners", Map.of("limit", 200));
        model.addAttribute("owners", owners);
        model.addAttribute("tenures", tenures(clinic, owners));
        model.addAttribute("endReasons", END_REASONS);
        return "clinic-form";
    }

    /** Opens it with the same hours from Monday to Saturday; the hours page changes them. */
    @PostMapping
    String open(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        return sent(
                null,
                form,
                "network.opened",
                () -> apis.mine().headOffice().post(form.once(), opening(form), "/clinics"),
                model,
                next);
    }

    private static Map<String, Object> opening(SubmittedForm form) {
        Map<String, Object> body = details(form);
        body.putAll(form.body("code", "jurisdiction", "zone", "currency"));
        body.putAll(form.body(PLACE));
        body.put(
                "openingHours",
                WEEKDAYS.stream()
                        .map(it -> Map.of("day", it, "from", form.text("opens"), "until", form.text("closes")))
                        .toList());
        return body;
    }

    @PostMapping("/{id}/details")
    String correct(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return corrected(id, form, () -> details(form), "/clinics/{id}", model, next);
    }

    @PostMapping("/{id}/setup")
    String correctSetup(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return corrected(id, form, () -> form.body("code", "zone", "currency"), "/clinics/{id}/setup", model, next);
    }

    private String corrected(
            String id,
            SubmittedForm form,
            Supplier<Map<String, Object>> body,
            String path,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        long version = Objects.requireNonNullElse(form.version(), 0L);
        return sent(
                id,
                form,
                "network.corrected",
                () -> apis.mine().headOffice().put(version, body.get(), path, id),
                model,
                next);
    }

    @PostMapping("/{id}/reassign")
    String reassign(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        return sent(
                id,
                form,
                form.has("from") ? "network.reassign-planned" : "network.reassigned",
                () -> apis.mine()
                        .headOffice()
                        .post(form.once(), form.version(), form.body(MOVE), "/clinics/{id}/reassign", id),
                model,
                next,
                dayWords(form.text("from")));
    }

    @PostMapping("/{id}/{what:close|reopen}")
    String closeOrReopen(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        return sent(
                id,
                form,
                "network." + what + ".done",
                () -> apis.mine()
                        .headOffice()
                        .post(
                                form.once(),
                                form.version(),
                                form.body("from", "reasonCode"),
                                "/clinics/{id}/" + what,
                                id),
                model,
                next);
    }

    /** What is no day is left for head office to refuse. */
    static String dayWords(String day) {
        try {
            return Texts.date(LocalDate.parse(day));
        } catch (DateTimeParseException _) {
            return day;
        }
    }

    /** To whom the clinic belonged and will, in words. */
    private List<String> tenures(JsonNode clinic, List<StructureController.Owner> owners) {
        List<String> words = new ArrayList<>();
        clinic.path("tenures")
                .forEach(it -> words.add(Texts.text(
                        words.isEmpty() ? "network.tenure.first" : "network.tenure",
                        Texts.date(LocalDate.parse(it.path("from").asString())),
                        catalogue.regionName(it.path("regionId").asString()),
                        owners.stream()
                                .filter(owner ->
                                        owner.id().equals(it.path("ownerId").asString()))
                                .map(StructureController.Owner::companyName)
                                .findFirst()
                                .orElse(""))));
        return words;
    }

    private static Map<String, Object> details(SubmittedForm form) {
        Map<String, Object> body = form.body(DETAILS);
        for (String name : List.of("latitude", "longitude")) {
            if (form.has(name)) {
                body.put(name, form.number(name));
            }
        }
        return body;
    }

    private String sent(
            @Nullable String id,
            SubmittedForm form,
            String notice,
            Runnable call,
            Model model,
            RedirectAttributes next,
            Object... words) {
        try {
            call.run();
            catalogue.forget();
            next.addFlashAttribute("notice", Texts.text(notice, words));
            return "redirect:/office/clinics";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(id, form, model);
        }
    }
}
