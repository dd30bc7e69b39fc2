package io.hairline.portal.chart;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Risk;
import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.chart.session.SessionRecord;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.clinic.Stock;
import io.hairline.portal.clinic.WritingPlaces;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** A client's chart in a clinic. Where it is closed to the reader, the page offers emergency access. */
@Controller
@RequestMapping("/clinic/{clinic}/clients/{id:cli_.*}/chart")
class ChartController {

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames clients;
    private final Catalogue catalogue;

    ChartController(Apis apis, ClinicFrame frame, ClientNames clients, Catalogue catalogue) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.frame = frame;
        this.clients = clients;
    }

    @GetMapping
    String show(@PathVariable String clinic, @PathVariable String id, Model model) {
        return page(clinic, id, SubmittedForm.empty(), model);
    }

    private String page(String clinic, String id, SubmittedForm form, Model model) {
        frame.around(clinic, "clients", model);
        CallerApis mine = apis.mine();
        ClientNames.Person person = clients.find(mine, id);
        model.addAttribute("form", form);
        model.addAttribute("clientId", id);
        model.addAttribute("name", person == null ? Texts.text("chart.someone") : person.name());
        model.addAttribute("known", person != null);
        WritingPlaces writing = WritingPlaces.of(mine, catalogue, clinic, id);
        model.addAttribute("writing", writing);
        model.addAttribute("stranger", !writing.here() || (person != null && person.isStranger()));
        PagePart<ChartParts> chart = PagePart.of(
                () -> mine.treatment().get(ChartParts.class, "/charts/{id}", id), writing.closedWords("chart.shut"));
        model.addAttribute("chart", chart);
        model.addAttribute("sharesCard", !chart.isThere() && sharesCard(mine, clinic, id));
        model.addAttribute(
                "records", SessionRecord.of(chart.or(ChartParts.none()).completed(), catalogue));
        model.addAttribute("lots", Stock.all(mine, clinic).or(List.of()));
        model.addAttribute("risks", Risk.all(mine.treatment()));
        return "chart";
    }

    /** Whether the clinic has a pass for the match card, which opens nothing of the chart's page. */
    private static boolean sharesCard(CallerApis mine, String clinic, String client) {
        return PagePart.of(() -> mine.treatment()
                        .all(SharedChartsController.Pass.class, "/sharing-passes/held", Map.of("clinicId", clinic)))
                .or(List.of())
                .stream()
                .anyMatch(it -> it.clientId().equals(client) && !it.opensChart());
    }

    /** What the client signed, as it was signed. */
    @GetMapping("/consents/{consent:cns_[0-9a-z]+}/form")
    ResponseEntity<byte[]> form(@PathVariable String consent) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(apis.mine().treatment().files().read("/consents/" + consent + "/form", Map.of()));
    }

    @PostMapping("/{what}")
    String write(
            @PathVariable String clinic,
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        ChartEntries entry = ChartEntries.of(what);
        SubmittedForm form = new SubmittedForm(fields);
        try {
            JsonNode answer = entry.write(apis.mine().treatment(), id, form);
            ZoneId zone = frame.around(clinic, "clients", model).zoneId();
            next.addFlashAttribute("notice", entry.notice(answer, zone));
            return "redirect:/clinic/" + clinic + "/clients/" + id + "/chart";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(clinic, id, form.again(e), model);
        }
    }
}
