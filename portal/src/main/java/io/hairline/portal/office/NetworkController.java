package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Region;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.clinic.PlanChanges;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import io.hairline.portal.session.CurrentUser;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

/** The clinics of the brand, their chairs and their devices. */
@Controller
@RequestMapping("/office/clinics")
class NetworkController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final PlanChanges changes;

    NetworkController(Apis apis, Catalogue catalogue, CurrentUser users, PlanChanges changes) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.changes = changes;
    }

    @GetMapping
    String show(Model model) {
        OfficePages.require(users);
        model.addAttribute("all", apis.mine().headOffice().list(Clinic.class, "/clinics", Map.of("limit", 200)));
        model.addAttribute(
                "regionNames", catalogue.regions().stream().collect(Collectors.toMap(Region::id, Region::name)));
        model.addAttribute(
                "kinds",
                apis.mine().headOffice().list(ServiceOffering.class, "/services", Map.of("limit", 200)).stream()
                        .map(ServiceOffering::deviceKind)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(it -> new DeviceKind(it, CodeLabels.label("device", it)))
                        .toList());
        return "network";
    }

    /** What some service of the catalogue needs. */
    record DeviceKind(String code, String name) {}

    @PostMapping("/{id}/devices")
    String installDevice(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        try {
            apis.mine()
                    .headOffice()
                    .post(form.once(), form.version(), form.body("kind", "name"), "/clinics/{id}/devices", id);
            catalogue.forget();
            next.addFlashAttribute("notice", Texts.text("device.added"));
            return "redirect:/office/clinics";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(model);
        }
    }

    /** Appointments that are booked with the device become tasks, so with any of them it asks once more. */
    @PostMapping("/{id}/devices/remove")
    String removeDevice(
            @PathVariable String id,
            @RequestParam String deviceId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, ?> change = Map.of("clinicId", id, "deviceId", deviceId);
        if (changes.asks(form, "/office/clinics/" + id + "/devices/remove", change, model)) {
            return show(model);
        }
        try {
            JsonNode answer = apis.mine()
                    .headOffice()
                    .post(form.once(), form.version(), Map.of(), "/clinics/{id}/devices/{device}/remove", id, deviceId);
            catalogue.forget();
            next.addFlashAttribute("notice", Notices.changed(form.version(), answer, "device.removed"));
            return "redirect:/office/clinics";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(model);
        }
    }

    @PostMapping("/{id}/{kind:chairs|devices}/{part}/name")
    String rename(
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        long version = Objects.requireNonNullElse(form.version(), 0L);
        try {
            var _ = apis.mine()
                    .headOffice()
                    .put(version, form.body("name"), "/clinics/{id}/" + kind + "/{part}", id, part);
            catalogue.forget();
            next.addFlashAttribute("notice", Texts.text("network.renamed"));
            return "redirect:/office/clinics";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(model);
        }
    }

    @PostMapping("/{id}/chairs")
    String install(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        try {
            apis.mine().headOffice().post(form.once(), form.version(), form.body("name"), "/clinics/{id}/chairs", id);
            catalogue.forget();
            next.addFlashAttribute("notice", Texts.text("network.chair.added"));
            return "redirect:/office/clinics";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(model);
        }
    }

    /** Booked appointments in the chair become tasks, so with any of them it asks once more. */
    @PostMapping("/{id}/chairs/remove")
    String remove(
            @PathVariable String id,
            @RequestParam String chairId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, ?> change = Map.of("clinicId", id, "chairId", chairId);
        if (changes.asks(form, "/office/clinics/" + id + "/chairs/remove", change, model)) {
            return show(model);
        }
        try {
            JsonNode answer = apis.mine()
                    .headOffice()
                    .post(form.once(), form.version(), Map.of(), "/clinics/{id}/chairs/{chair}/remove", id, chairId);
            catalogue.forget();
            next.addFlashAttribute("notice", Notices.changed(form.version(), answer, "network.chair.removed"));
            return "redirect:/office/clinics";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(model);
        }
    }
}
