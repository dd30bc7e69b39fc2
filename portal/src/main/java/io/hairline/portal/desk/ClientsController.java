package io.hairline.portal.desk;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.clinic.ClientNames.Person;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.RedirectPaths;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
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
import tools.jackson.databind.json.JsonMapper;

/** Finding a client of the clinic, and registering one. */
@Controller
@RequestMapping("/clinic/{clinic}/clients")
class ClientsController {

    /** The fields of a client, in the service's names. */
    static final String[] FIELDS = {
        "givenName", "familyName", "dateOfBirth", "email", "phone", "language", "zone", "homeClinicId"
    };

    private final Apis apis;
    private final ClinicFrame frame;

    ClientsController(Apis apis, ClinicFrame frame) {
        this.apis = apis;
        this.frame = frame;
    }

    @PostMapping
    String find(@PathVariable String clinic, @RequestParam(defaultValue = "") String q, HttpSession session) {
        LastSearch.keep(q, session);
        return "redirect:/clinic/" + clinic + "/clients?" + LastSearch.FOUND;
    }

    @GetMapping
    String found(
            @PathVariable String clinic,
            @RequestParam(required = false) @Nullable String found,
            HttpSession session,
            Model model) {
        frame.around(clinic, "clients", model);
        String wanted = LastSearch.wanted(found, session);
        model.addAttribute("q", wanted);
        model.addAttribute("found", SearchController.clients(apis.mine(), wanted, 1));
        return "clients";
    }

    /** Who asked a question before they were a client, as booking keeps it. */
    record Enquirer(String name, String contact) {}

    /**
     * The form for a new client.
     *
     * @param back where the desk goes on with the new client; the client's card where none is given
     * @param found says that what was searched for is the new client's name
     * @param enquiry the question whose sender is registered; name and contact come from it
     */
    @GetMapping("/new")
    String form(
            @PathVariable String clinic,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(required = false) @Nullable String found,
            @RequestParam(required = false) @Nullable String enquiry,
            HttpSession session,
            Model model) {
        Clinic here = frame.around(clinic, "clients", model);
        Enquirer it = enquiry == null
                ? new Enquirer(LastSearch.wanted(found, session), "")
                : apis.mine().booking().get(Enquirer.class, "/enquiries/{id}", enquiry);
        return page(filled(it, here, back), model);
    }

    static SubmittedForm filled(Enquirer it, Clinic here, String back) {
        String whole = it.name().strip();
        int space = whole.lastIndexOf(' ');
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("givenName", space < 0 ? whole : whole.substring(0, space));
        fields.add("familyName", space < 0 ? "" : whole.substring(space + 1));
        fields.add(it.contact().contains("@") ? "email" : "phone", it.contact());
        fields.add("zone", here.zone());
        fields.add("homeClinicId", here.id());
        fields.add("back", back);
        return new SubmittedForm(fields);
    }

    @PostMapping("/new")
    String register(
            @PathVariable String clinic,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = form.body(FIELDS);
        if (form.has("allowDuplicate")) {
            body.put("allowDuplicate", true);
        }
        try {
            // Another answer to "is it the same person?" is another call, with a key of its own.
            String key = form.once() + (form.has("allowDuplicate") ? "-anyway" : "");
            Person person =
                    JsonMapper.shared().treeToValue(apis.mine().booking().post(key, body, "/clients"), Person.class);
            next.addFlashAttribute("notice", Texts.text("clients.registered", person.name()));
            return "redirect:"
                    + (form.has("back")
                            ? RedirectPaths.path(form.text("back")) + "&clientId=" + person.id()
                            : "/clinic/" + clinic + "/clients/" + person.id());
        } catch (ApiProblem e) {
            frame.around(clinic, "clients", model);
            model.addAttribute("alert", e);
            model.addAttribute(
                    "candidates",
                    e.field("candidates")
                            .valueStream()
                            .map(it -> JsonMapper.shared().treeToValue(it, Person.class))
                            .toList());
            return page(form, model);
        }
    }

    private static String page(SubmittedForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("languages", Texts.LANGUAGES);
        return "client-new";
    }
}
