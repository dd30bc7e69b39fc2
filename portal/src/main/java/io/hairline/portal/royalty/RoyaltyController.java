package io.hairline.portal.royalty;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.document.Downloads;
import io.hairline.portal.document.PdfDocuments;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import io.hairline.portal.session.CurrentUser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** The royalty statements that somebody may see, and one of them down to its events. */
@Controller
@RequestMapping("/dashboard/royalties")
class RoyaltyController {

    private static final int PAGE = 50;
    private static final String STATEMENT = "/royalty-statements/";
    private static final List<String> REASONS =
            List.of("WRONG_AMOUNT", "NOT_OURS", "COUNTED_TWICE", "WRONG_RULE", "OTHER");

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final BusinessTime time;
    private final PdfDocuments documents;

    RoyaltyController(Apis apis, Catalogue catalogue, CurrentUser users, BusinessTime time, PdfDocuments documents) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.time = time;
        this.documents = documents;
    }

    /** A statement in a list. */
    record Row(Statement it, String clinic) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String clinicId,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        Api.Page<Statement> page = apis.mine()
                .headOffice()
                .page(
                        Statement.class,
                        "/royalty-statements",
                        Map.of("clinicId", clinicId, "month", month, "cursor", cursor, "limit", PAGE));
        model.addAttribute(
                "rows",
                page.items().stream()
                        .map(it -> new Row(it, catalogue.clinicName(it.clinicId())))
                        .toList());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("clinics", OwnClinics.of(users.current(), catalogue.clinics()));
        model.addAttribute("clinicId", clinicId);
        model.addAttribute("month", month);
        return "royalties";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, @RequestParam @Nullable LocalDate asKnownOn, Model model) {
        Statement it = read(id, asKnownOn);
        model.addAttribute("it", it);
        model.addAttribute("clinic", catalogue.clinicName(it.clinicId()));
        model.addAttribute("asKnownOn", asKnownOn);
        model.addAttribute("reasons", REASONS);
        model.addAttribute("brand", users.current().isBrand());
        model.addAttribute("manages", users.current().managesClinic(it.clinicId()));
        return "royalty";
    }

    private Statement read(String id, @Nullable LocalDate asKnownOn) {
        return apis.mine().headOffice().read(Statement.class, STATEMENT + id, asKnown(asKnownOn));
    }

    private static Map<String, Object> asKnown(@Nullable LocalDate on) {
        return on == null ? Map.of() : Map.of("asKnownOn", on);
    }

    /** The client whose course a line is about, where its sessions and payments are. */
    @GetMapping("/{id}/courses/{course:crs_.*}")
    String course(@PathVariable String id, @PathVariable String course) {
        String clinic = apis.mine()
                .headOffice()
                .read(STATEMENT + id, Map.of())
                .path("clinicId")
                .asString();
        String client = apis.mine()
                .booking()
                .read("/courses/" + course, Map.of())
                .path("clientId")
                .asString();
        return "redirect:/clinic/" + clinic + "/clients/" + client;
    }

    /** The statement in the reader's language, to print or forward. */
    @GetMapping("/{id}/statement.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, @RequestParam @Nullable LocalDate asKnownOn) {
        Statement it = read(id, asKnownOn);
        LocalDate on = asKnownOn == null ? today(it.clinicId()) : asKnownOn;
        Map<String, Object> model =
                Map.of("it", it, "clinic", catalogue.clinicName(it.clinicId()), "asKnownOn", Texts.date(on));
        return documents.download(fileName(id, on, "statement.pdf"), "royalty-file", model);
    }

    /** The lines with the API's names, for a spreadsheet. */
    @GetMapping("/{id}/lines.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @RequestParam @Nullable LocalDate asKnownOn) {
        byte[] lines = apis.mine().headOffice().files().read(STATEMENT + id + "/lines.csv", asKnown(asKnownOn));
        return Downloads.csv(fileName(id, asKnownOn, "lines.csv"), lines);
    }

    private static String fileName(String id, @Nullable LocalDate asKnownOn, String file) {
        return "royalties-" + id + (asKnownOn == null ? "" : "-as-known-on-" + asKnownOn) + "-" + file;
    }

    private LocalDate today(String clinicId) {
        ZoneId zone = catalogue.clinic(clinicId).map(Clinic::zoneId).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(time.now(), zone);
    }

    @PostMapping("/{id}/{what:issue|finalise|dispute|resolve}")
    String change(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = new LinkedHashMap<>(form.body("lineId", "reasonCode"));
        try {
            if (form.has("correction")) {
                body.put(
                        "correction",
                        Map.of("amount", form.signedAmount("correction"), "currency", form.text("currency")));
            }
            next.addFlashAttribute(
                    "notice",
                    Notices.statement(apis.mine()
                            .headOffice()
                            .post(form.once(), form.version(), body, "/royalty-statements/{id}/" + what, id)));
            return "redirect:/dashboard/royalties/" + id;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(id, null, model);
        }
    }
}
