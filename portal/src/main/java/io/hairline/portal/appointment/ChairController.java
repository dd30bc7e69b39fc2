package io.hairline.portal.appointment;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.clinic.Readiness;
import io.hairline.portal.clinic.Stock;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    /** The fields of a cup's share of a lot, in their order. */
    private static final List<String> CUP = List.of("cup.lot", "cup.millilitres", "cup.dilution", "cup.number");

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

    /** A cup's share of one lot, as it was typed. */
    record Cup(String lot, String millilitres, String dilution, String number) {}

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
        model.addAttribute("cups", cups(form));
        model.addAttribute("lots", usable(mine, clinic, _ -> true));
        ChartParts chart = ChartParts.of(mine.treatment(), client);
        model.addAttribute("earlier", chart.completed());
        model.addAttribute("allergies", chart.knownAllergies());
        model.addAttribute("plan", chart.planInForce());
        // "session" is the web session in templates.
        model.addAttribute("sitting", chart.sessionIn(id));
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
            Map<String, Object> work = work(form, mine, clinic);
            mine.treatment().post(form.once(), work, "/sessions/{id}/complete", form.text("sessionId"));
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

    private static Map<String, Object> work(SubmittedForm form, CallerApis mine, String clinic) {
        Map<String, Object> work = new HashMap<>(form.body("machine", "reactions"));
        work.put("zones", ScalpMap.chosen(form));
        Map<String, Object> needle = form.body("configuration");
        if (form.has("needleLot")) {
            needle.put("lotId", lot(mine, clinic, form.text("needleLot"), Stock.Lot::isNeedle));
        }
        work.put("needle", needle);
        work.put(
                "pigments",
                cups(form).stream()
                        .filter(it -> !it.lot().isBlank())
                        .map(it -> pigment(it, mine, clinic))
                        .toList());
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

    private static Map<String, Object> pigment(Cup it, CallerApis mine, String clinic) {
        Map<String, Object> pigment = new LinkedHashMap<>();
        pigment.put("lotId", lot(mine, clinic, it.lot(), lot -> !lot.isNeedle()));
        if (!it.millilitres().isBlank()) {
            pigment.put("millilitres", SubmittedForm.parsed("millilitres", it.millilitres()));
        }
        if (!it.dilution().isBlank()) {
            pigment.put("dilution", SubmittedForm.parsed("dilution", it.dilution()));
        }
        if (!it.number().isBlank()) {
            pigment.put("cup", SubmittedForm.parsed("cup", it.number()));
        }
        return pigment;
    }

    private static List<Cup> cups(SubmittedForm form) {
        List<List<String>> columns = CUP.stream().map(form::all).toList();
        int rows = columns.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, rows)
                .mapToObj(it -> new Cup(
                        columns.get(0).get(it).strip(),
                        columns.get(1).get(it).strip(),
                        columns.get(2).get(it).strip(),
                        columns.get(3).get(it).strip()))
                .filter(it -> !(it.lot() + it.millilitres() + it.dilution()).isBlank())
                .toList();
    }

    /** The lot whose number was typed or scanned, of those that this clinic can use. */
    private static String lot(CallerApis mine, String clinic, String typed, Predicate<Stock.Lot> kind) {
        return usable(mine, clinic, kind).stream()
                .filter(it -> plain(it.lotNumber()).equals(plain(typed)))
                .map(Stock.Lot::id)
                .findFirst()
                .orElseThrow(
                        () -> ApiProblem.refused(400, "invalid-input", Texts.text("chairside.lot.unknown", typed)));
    }

    private static List<Stock.Lot> usable(CallerApis mine, String clinic, Predicate<Stock.Lot> kind) {
        return Stock.left(mine, clinic).or(List.of()).stream()
                .filter(it -> it.isUsable() && kind.test(it))
                .toList();
    }

    /** Scanners and people write the same number with other spaces and cases. */
    private static String plain(@Nullable String number) {
        return Objects.requireNonNullElse(number, "")
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
