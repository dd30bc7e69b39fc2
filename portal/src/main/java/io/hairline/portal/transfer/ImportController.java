package io.hairline.portal.transfer;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.FieldError;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.input.UploadedTable;
import io.hairline.portal.language.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tables of a clinic that joins the brand: looked through first, then stored. */
@Controller
@RequestMapping("/clinic/{clinic}/import")
class ImportController {

    private static final int MOST_SHOWN = 100;
    private static final int MOST_LIKELY = 20;
    private static final int MOST_TABLES = 5;
    /** A longer table is corrected in its file. */
    private static final int MOST_TO_EDIT = 60_000;

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames names;

    ImportController(Apis apis, ClinicFrame frame, ClientNames names) {
        this.apis = apis;
        this.frame = frame;
        this.names = names;
    }

    /** A line that may be a client already. */
    record Suspicion(long line, List<String> clientIds) {}

    /**
     * What booking would make of the table, or has made of it.
     *
     * @param unchanged lines that were stored before
     */
    record Outcome(
            int accepted,
            List<FieldError> errors,
            @Nullable List<Suspicion> duplicates,
            @Nullable Integer unchanged) {

        public List<FieldError> first() {
            return errors.stream().limit(MOST_SHOWN).toList();
        }

        public int further() {
            return Math.max(0, errors.size() - MOST_SHOWN);
        }

        public int suspicions() {
            return duplicates == null ? 0 : duplicates.size();
        }

        public int before() {
            return Objects.requireNonNullElse(unchanged, 0);
        }
    }

    @GetMapping
    String clients(@PathVariable String clinic, Model model) {
        return form(ImportKind.CLIENTS, clinic, "", model);
    }

    @GetMapping("/history")
    String history(@PathVariable String clinic, Model model) {
        return form(ImportKind.HISTORY, clinic, "", model);
    }

    /** What the page asks for again and again as long as lines are being stored. */
    @GetMapping("/progress")
    String progress(@PathVariable String clinic, Model model) {
        var _ = frame.around(clinic, "clients", model);
        addTables(clinic, model);
        return "import :: progress";
    }

    /** Another try for a table that has stopped. */
    @PostMapping("/{id}/retry")
    String retry(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        try {
            var _ = apis.mine().booking().post(once, Map.of(), "/table-imports/{id}/retry", id);
            next.addFlashAttribute("notice", Texts.text("import.retried"));
            return "redirect:/clinic/" + clinic + "/import";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return form(ImportKind.CLIENTS, clinic, "", model);
        }
    }

    @PostMapping("/check")
    String checkClients(@PathVariable String clinic, HttpServletRequest request, Model model) {
        return check(ImportKind.CLIENTS, clinic, request, model);
    }

    @PostMapping("/history/check")
    String checkHistory(@PathVariable String clinic, HttpServletRequest request, Model model) {
        return check(ImportKind.HISTORY, clinic, request, model);
    }

    @PostMapping
    String registerClients(
            @PathVariable String clinic,
            @RequestParam String once,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return store(ImportKind.CLIENTS, clinic, once, request, model, next);
    }

    @PostMapping("/history")
    String recordHistory(
            @PathVariable String clinic,
            @RequestParam String once,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return store(ImportKind.HISTORY, clinic, once, request, model, next);
    }

    private String form(ImportKind kind, String clinic, String table, Model model) {
        var _ = frame.around(clinic, "clients", model);
        model.addAttribute("kind", kind);
        model.addAttribute("columns", kind.columns());
        model.addAttribute("table", table.length() > MOST_TO_EDIT ? "" : table);
        addTables(clinic, model);
        return "import";
    }

    private void addTables(String clinic, Model model) {
        PagePart<List<StoredTable>> tables = PagePart.of(() -> apis.mine()
                .booking()
                .list(StoredTable.class, "/table-imports", Map.of("clinicId", clinic, "limit", MOST_TABLES)));
        model.addAttribute("tables", tables);
        // While booking can't be reached the page asks again, as it does while lines are being stored.
        model.addAttribute(
                "running", !tables.isThere() || tables.or(List.of()).stream().anyMatch(StoredTable::isRunning));
    }

    private List<LikelyClient> likely(Outcome outcome) {
        List<Suspicion> suspicions = Objects.requireNonNullElse(outcome.duplicates(), List.of());
        return ParallelCalls.each(suspicions.stream().limit(MOST_LIKELY).toList(), it -> {
            ClientNames.Person person =
                    names.find(apis.mine(), it.clientIds().stream().findFirst().orElse(null));
            return new LikelyClient(
                    it.line(), person == null ? null : person.id(), person == null ? null : person.name());
        });
    }

    private String check(ImportKind kind, String clinic, HttpServletRequest request, Model model) {
        UploadedTable table = UploadedTable.of(request);
        try {
            Outcome outcome = send(kind, null, clinic, table, true);
            model.addAttribute("outcome", outcome);
            model.addAttribute("likely", likely(outcome));
            model.addAttribute("whole", table.text());
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
        }
        return form(kind, clinic, table.text(), model);
    }

    private String store(
            ImportKind kind,
            String clinic,
            String once,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        UploadedTable table = UploadedTable.of(request);
        try {
            Outcome done = send(kind, once, clinic, table, false);
            next.addFlashAttribute("notice", Texts.text(kind.words() + ".started", done.accepted()));
            return "redirect:/clinic/" + clinic + "/import" + kind.path();
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return form(kind, clinic, table.text(), model);
        }
    }

    private Outcome send(ImportKind kind, @Nullable String once, String clinic, UploadedTable table, boolean dryRun) {
        if (table.isTooLarge()) {
            throw ApiProblem.refused(413, "too-large", Texts.text("import.too-large"));
        }
        return apis.mine()
                .booking()
                .files()
                .upload(
                        Outcome.class,
                        once,
                        "text/csv",
                        table.bytes(),
                        kind.api(),
                        Map.of("dryRun", dryRun, "clinicId", clinic));
    }
}
