package io.hairline.portal.office;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.SignedInUser.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People and their roles: of the brand for head office, of a clinic for its manager. */
@Controller
class PeopleController {

    private static final int PAGE = 50;
    private static final List<String> ROLES = List.of("FRONT_DESK", "PRACTITIONER", "CLINIC_MANAGER");

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClinicFrame frame;

    PeopleController(Apis apis, Catalogue catalogue, ClinicFrame frame) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.frame = frame;
    }

    record Person(String id, @Nullable Long version, String login, List<Role> roles) {}

    /** A role and where it holds, in words. */
    record Held(Role it, String words) {}

    /** A person with the roles in words. */
    record Line(Person it, List<Held> roles) {}

    @GetMapping("/office/people")
    String ofBrand(@RequestParam(defaultValue = "") String cursor, Model model) {
        return page("/office/people", cursor, model);
    }

    @GetMapping("/clinic/{clinic}/people")
    String ofClinic(@PathVariable String clinic, @RequestParam(defaultValue = "") String cursor, Model model) {
        frame.around(clinic, "people", model);
        return page("/clinic/" + clinic + "/people", cursor, model);
    }

    private String page(String here, String cursor, Model model) {
        Api.Page<Person> page =
                apis.mine().headOffice().page(Person.class, "/people", Map.of("limit", PAGE, "cursor", cursor));
        model.addAttribute("here", here);
        model.addAttribute("people", page.items().stream().map(this::line).toList());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("roleNames", ROLES);
        model.addAttribute("allClinics", catalogue.clinics());
        return "people";
    }

    private Line line(Person it) {
        return new Line(it, it.roles().stream().map(this::held).toList());
    }

    private Held held(Role it) {
        String name = CodeLabels.label("role", it.role());
        if (it.clinicId() != null) {
            return new Held(it, Texts.text("people.role-in", name, catalogue.clinicName(it.clinicId())));
        }
        return it.regionId() != null
                ? new Held(it, Texts.text("people.role-in", name, catalogue.regionName(it.regionId())))
                : new Held(it, name);
    }

    @PostMapping("/office/people/{id}/{what:assign|withdraw}")
    String ofBrand(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        return send(id, what, new SubmittedForm(fields), next, model) ? "redirect:/office/people" : ofBrand("", model);
    }

    @PostMapping("/clinic/{clinic}/people/{id}/{what:assign|withdraw}")
    String ofClinic(
            @PathVariable String clinic,
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        return send(id, what, new SubmittedForm(fields), next, model)
                ? "redirect:/clinic/" + clinic + "/people"
                : ofClinic(clinic, "", model);
    }

    private boolean send(String id, String what, SubmittedForm form, RedirectAttributes next, Model model) {
        boolean giving = what.equals("assign");
        Map<String, Object> body = new LinkedHashMap<>(form.body("role", "regionId", "clinicId", "practitionerId"));
        try {
            apis.mine()
                    .headOffice()
                    .post(
                            form.once(),
                            form.version(),
                            body,
                            giving ? "/people/{id}/roles" : "/people/{id}/roles/withdraw",
                            id);
            next.addFlashAttribute("notice", Texts.text(giving ? "people.assigned" : "people.withdrawn"));
            return true;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return false;
        }
    }
}
