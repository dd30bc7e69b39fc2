package io.hairline.portal.photo;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.clinic.WritingPlaces;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A client's photos in a clinic, and what is seen of the healing in them. */
@Controller
@RequestMapping("/clinic/{clinic}/clients/{id:cli_.*}/photos")
class ClinicPhotosController {

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames clients;
    private final PhotoPages pages;
    private final Catalogue catalogue;

    ClinicPhotosController(Apis apis, ClinicFrame frame, ClientNames clients, PhotoPages pages, Catalogue catalogue) {
        this.apis = apis;
        this.frame = frame;
        this.clients = clients;
        this.pages = pages;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(@PathVariable String clinic, @PathVariable String id, PhotoPages.Chosen chosen, Model model) {
        frame.around(clinic, "clients", model);
        ClientNames.Person person = clients.find(apis.mine(), id);
        model.addAttribute("name", person == null ? Texts.text("chart.someone") : person.name());
        WritingPlaces writing = WritingPlaces.of(apis.mine(), catalogue, clinic, id);
        model.addAttribute("writing", writing);
        model.addAttribute("stranger", !writing.here() || (person != null && person.isStranger()));
        pages.fill(id, base(clinic, id), chosen, writing.closedWords("photo.shut"), model);
        model.addAttribute("takesOut", true);
        return "clinic-photos";
    }

    private static String base(String clinic, String client) {
        return "/clinic/" + clinic + "/clients/" + client + "/photos";
    }

    @PostMapping
    String take(
            @PathVariable String clinic,
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next)
            throws IOException {
        try {
            return pages.take(request, base(clinic, id), next);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(clinic, id, new PhotoPages.Chosen(null, null, null), model);
        }
    }

    @PostMapping("/healing")
    String assess(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = form.body("sessionId", "result");
        body.put("photoIds", Objects.requireNonNullElse(fields.get("photoIds"), List.of()));
        try {
            if (form.has("retentionPercent")) {
                body.put("retentionPercent", form.number("retentionPercent"));
            }
            var _ = apis.mine().treatment().post(form.once(), body, "/healing-assessments");
            next.addFlashAttribute("notice", Texts.text("healing.noted"));
            return "redirect:" + base(clinic, id);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(clinic, id, new PhotoPages.Chosen(null, null, null), model);
        }
    }

    @PostMapping("/{photo:pho_[0-9a-z]+}/withdraw")
    String withdraw(
            @PathVariable String clinic,
            @PathVariable String id,
            @PathVariable String photo,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            var _ = apis.mine().treatment().post(form.once(), form.body("reasonCode"), "/photos/{id}/withdraw", photo);
            next.addFlashAttribute("notice", Texts.text("photo.withdrawn"));
            return "redirect:" + base(clinic, id);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(clinic, id, new PhotoPages.Chosen(null, null, null), model);
        }
    }

    @GetMapping("/{photo:pho_[0-9a-z]+}")
    void show(@PathVariable String photo, HttpServletResponse response) {
        pages.show(photo, response);
    }
}
