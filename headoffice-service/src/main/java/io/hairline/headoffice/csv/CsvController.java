package io.hairline.headoffice.csv;

import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.LineError;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The brand's tables as CSV, in and out. */
@RestController
@RequestMapping("/api/v1")
class CsvController {

    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_EXPORTED = 20_000;

    private final Map<String, CsvTable> tables = new TreeMap<>();
    private final Callers callers;

    CsvController(List<CsvTable> tables, Callers callers) {
        tables.forEach(it -> this.tables.put(it.kind(), it));
        this.callers = callers;
    }

    /**
     * What was or would be stored.
     *
     * @param accepted how many lines are right
     */
    record Result(
            String kind,
            boolean dryRun,
            int accepted,
            int created,
            int changed,
            int unchanged,
            List<LineError> errors) {}

    /** Takes a whole file or nothing of it; with {@code dryRun} it only says what is wrong and what would change. */
    @PostMapping(path = "/imports", consumes = "text/csv")
    @RequestBody(
            required = true,
            description = "UTF-8; the first line names the columns, as an export of the kind has them.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @AllowedFor(staff = Role.HEAD_OFFICE)
    Result run(
            @RequestParam String kind, @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request)
            throws IOException {
        callers.current().require(Role.HEAD_OFFICE);
        CsvTable table = tables.get(kind);
        if (table == null) {
            throw Refusal.input("kind", "must be one of " + String.join(", ", tables.keySet()));
        }
        byte[] file = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw Refusal.input("file", "must have at most 1,000,000 bytes; split it");
        }
        CsvReport report = table.read(CsvFile.read(file, table.columns()), dryRun);
        if (!dryRun && !report.errors().isEmpty()) {
            throw CsvImport.refused(report.errors());
        }
        int accepted = report.created() + report.changed() + report.unchanged();
        return new Result(
                kind, dryRun, accepted, report.created(), report.changed(), report.unchanged(), report.errors());
    }

    /** What an import of the kind can read again. */
    @GetMapping(path = "/exports/{kind}.csv", produces = "text/csv")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<String> export(@PathVariable String kind) {
        callers.current().require(Role.HEAD_OFFICE);
        CsvTable table = tables.get(kind);
        if (table == null) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + kind + ".csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(CsvFile.write(table.columns(), table.export(MOST_EXPORTED)));
    }
}
