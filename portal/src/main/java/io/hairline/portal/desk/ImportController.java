package io.hairline.portal.desk;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.language.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Clients of a clinic that joins the brand, from a table: looked through first, then registered all at once. */
@Controller
@RequestMapping("/clinic/{clinic}/import")
class ImportController {

    /** In the service's names. */
    private static final String COLUMNS = "givenName,familyName,dateOfBirth,email,phone,language,zone";

    private final Apis apis;
    private final ClinicFrame frame;

    ImportController(Apis apis, ClinicFrame frame) {
        this.apis = apis;
        this.frame = frame;
    }

    /** What is wrong with a line of the table, in the service's words. */
    record LineError(long line, String field, String message) {}

    /** A line that may be a client already. */
    record Suspicion(long line, List<String> clientIds) {}

    /** What booking would make of the table. */
    record Outcome(int accepted, List<LineError> errors, List<Suspicion> duplicates) {}

    @GetMapping
    String form(@PathVariable String clinic, Model model) {
        var _ = frame.around(clinic, "clients", model);
        model.addAttribute("columns", COLUMNS);
        return "import";
    }

    @PostMapping("/check")
    String check(@PathVariable String clinic, @RequestParam String table, Model model) {
        model.addAttribute("table", table);
        try {
            model.addAttribute("outcome", send(null, clinic, table, true));
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
        }
        return form(clinic, model);
    }

    @PostMapping
    String register(
            @PathVariable String clinic,
            @RequestParam String table,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        try {
            Outcome done = send(once, clinic, table, false);
            next.addFlashAttribute("notice", Texts.text("import.done", done.accepted()));
            return "redirect:/clinic/" + clinic + (done.duplicates().isEmpty() ? "/clients" : "/duplicates");
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("table", table);
            return form(clinic, model);
        }
    }

    private Outcome send(@Nullable String once, String clinic, String table, boolean dryRun) {
        return apis.mine()
                .booking()
                .upload(
                        Outcome.class,
                        once,
                        "text/csv",
                        table.getBytes(StandardCharsets.UTF_8),
                        "/clients/import",
                        Map.of("dryRun", dryRun, "clinicId", clinic));
    }
}
