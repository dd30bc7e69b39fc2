package io.hairline.portal.appointment;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.chart.parts.ChartSession;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.clinic.Readiness;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The session beside the chair, on a tablet: what is done is tapped on a map of the scalp, and lots are scanned. */
@Controller
@RequestMapping("/clinic/{clinic}/appointments/{id}/chair")
class ChairController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClinicFrame frame;
    private final ClientNames clients;
    private final BusinessTime time;

    ChairController(Apis apis, Catalogue catalogue, ClinicFrame frame, ClientNames clients, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.frame = frame;
        this.clients = clients;
        this.time = time;
    }

    @GetMapping
    String show(@PathVariable String clinic, @PathVariable String id, Model model) {
        return page(clinic, id, SubmittedForm.empty(), model);
    }

    private String page(String clinic, String id, SubmittedForm form, Model model) {
        CallerApis mine = apis.mine();
        frame.around(clinic, "day", model);
        ClinicFrame.Permissions may = (ClinicFrame.Permissions) Objects.requireNonNull(model.getAttribute("may"));
        if (!may.treat()) {
            throw ApiProblem.unknown();
        }
        Appointment it = mine.booking().get(Appointment.class, "/appointments/{id}", id);
        String client = Optional.ofNullable(it.clientId()).orElseThrow(ApiProblem::unknown);
        model.addAttribute("it", it);
        model.addAttribute("form", form);
        ClientNames.Person person = clients.find(mine, client);
        model.addAttribute("name", person == null ? Texts.text("chart.someone") : person.name());
        model.addAttribute("practitioner", catalogue.practitionerName(it.practitionerId()));
        model.addAttribute("zones", ScalpMap.of(form));
        model.addAttribute("cups", Cup.of(form));
        ChartParts chart = ChartParts.of(mine.treatment(), client);
        model.addAttribute("chart", chart);
        model.addAttribute("earlier", chart.completed());
        model.addAttribute("allergies", chart.knownAllergies());
        model.addAttribute("plan", chart.planInForce());
        // "session" is the web session in templates.
        model.addAttribute("sitting", chart.sessionIn(id));
        model.addAttribute(
                "lots", UsableLots.of(mine, clinic, chart.runningIn(id)).choices());
        model.addAttribute("now", time.now());
        model.addAttribute("readiness", PagePart.of(() -> Readiness.of(mine, it.id(), true)));
        return "chair";
    }

    @PostMapping("/start")
    String start(@PathVariable String clinic, @PathVariable String id, @RequestParam String once, Model model) {
        try {
            apis.mine().treatment().post(once, Map.of("appointmentId", id), "/sessions");
            return back(clinic, id);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(clinic, id, SubmittedForm.empty(), model);
        }
    }

    @PostMapping("/undo-start")
    String undoStart(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            apis.mine()
                    .treatment()
                    .post(form.once(), form.body("reasonCode"), "/sessions/{id}/undo-start", form.text("sessionId"));
            next.addFlashAttribute("notice", Texts.text("chairside.undone"));
            return back(clinic, id);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(clinic, id, form, model);
        }
    }

    @PostMapping
    String complete(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            CallerApis mine = apis.mine();
            String session = form.text("sessionId");
            ChartSession sitting = mine.treatment().get(ChartSession.class, "/sessions/{id}", session);
            Map<String, Object> work = work(form, UsableLots.of(mine, clinic, sitting));
            mine.treatment().post(form.once(), work, "/sessions/{id}/complete", session);
            next.addFlashAttribute("notice", Texts.text("chairside.signed"));
            return back(clinic, id);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(clinic, id, form, model);
        }
    }

    private static String back(String clinic, String id) {
        return "redirect:/clinic/" + clinic + "/appointments/" + id + "/chair";
    }

    private static Map<String, Object> work(SubmittedForm form, UsableLots lots) {
        Map<String, Object> work = new HashMap<>(form.body("machine", "reactions"));
        work.put("zones", ScalpMap.chosen(form));
        Map<String, Object> needle = form.body("configuration");
        if (form.has("needleLot")) {
            needle.put("lotId", lots.id(form.text("needleLot"), true));
        }
        work.put("needle", needle);
        work.put("pigments", Cup.pigments(form, lots));
        for (String name : List.of("depthMillimetres", "painScore", "volts")) {
            if (form.has(name)) {
                work.put(name, form.number(name));
            }
        }
        Map<String, Object> numbing = form.body("product");
        numbing.put("used", form.has("product"));
        work.put("numbing", numbing);
        work.put("notes", form.text("notes"));
        work.put("singleUse", form.has("singleUse"));
        return work;
    }
}
