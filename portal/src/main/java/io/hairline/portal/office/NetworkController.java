package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
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
                DeviceKind.of(apis.mine().headOffice().list(ServiceOffering.class, "/services", Map.of("limit", 200))));
        return "network";
    }

    /**
     * What a clinic is equipped with; the name stands in the paths of these pages and of head office alike.
     *
     * @param idField how forms and previews name one of them
     */
    private record Equipment(String path, String idField, String added, String removed) {

        private static final Equipment CHAIRS =
                new Equipment("chairs", "chairId", "network.chair.added", "network.chair.removed");
        private static final Equipment DEVICES = new Equipment("devices", "deviceId", "device.added", "device.removed");

        static Equipment of(String path) {
            return path.equals(CHAIRS.path) ? CHAIRS : DEVICES;
        }
    }

    @PostMapping("/{id}/{kind:chairs|devices}")
    String install(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        Equipment equipment = Equipment.of(kind);
        try {
            apis.mine()
                    .headOffice()
                    .post(
                            form.once(),
                            form.version(),
                            form.body("kind", "name"),
                            "/clinics/{id}/" + equipment.path(),
                            id);
            catalogue.forget();
            next.addFlashAttribute("notice", Texts.text(equipment.added()));
            return "redirect:/office/clinics";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(model);
        }
    }

    /** Appointments that are booked with it become tasks, so with any of them it asks once more. */
    @PostMapping("/{id}/{kind:chairs|devices}/remove")
    String remove(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        Equipment equipment = Equipment.of(kind);
        String part = form.text(equipment.idField());
        String path = "/clinics/" + id + "/" + equipment.path();
        if (changes.asks(
                form, "/office" + path + "/remove", Map.of("clinicId", id, equipment.idField(), part), model)) {
            return show(model);
        }
        try {
            JsonNode answer = apis.mine()
                    .headOffice()
                    .post(
                            form.once(),
                            form.version(),
                            Map.of(),
                            "/clinics/{id}/" + equipment.path() + "/{part}/remove",
                            id,
                            part);
            catalogue.forget();
            next.addFlashAttribute("notice", Notices.changed(form.version(), answer, equipment.removed()));
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
}
