package io.hairline.booking.table;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TableImportId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the tables are that a clinic sent. */
@RestController
@RequestMapping("/api/v1/table-imports")
class TableImportController {

    private static final Role[] STAFF = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE};

    private final TableImports imports;
    private final TableStorage storage;
    private final Callers callers;

    TableImportController(TableImports imports, TableStorage storage, Callers callers) {
        this.imports = imports;
        this.storage = storage;
        this.callers = callers;
    }

    /** Whether all lines are stored. */
    enum Status {
        RUNNING,
        /** The next lines failed several times; they wait until somebody asks for another try. */
        STOPPED,
        DONE
    }

    /**
     * A table of the last seven days.
     *
     * @param clinicId absent if each line names a clinic
     * @param lines how many were right and are to be stored
     * @param stored how many of them are, from the first on
     * @param duplicates how many lines may be clients already
     * @param changedAt when the last part was stored
     */
    record View(
            TableImportId id,
            TableKind kind,
            @Nullable ClinicId clinicId,
            Status status,
            int lines,
            int stored,
            int duplicates,
            Instant startedAt,
            Instant changedAt) {

        static View of(TableImport it, Status status) {
            return new View(
                    it.id(),
                    it.kind(),
                    it.clinicId(),
                    status,
                    it.lines(),
                    it.stored(),
                    it.duplicates(),
                    it.startedAt(),
                    it.changedAt());
        }
    }

    @GetMapping("/{id}")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    View get(@PathVariable TableImportId id) {
        return view(require(id));
    }

    /** Tries the lines again at which a table stopped; changes nothing for one that goes on by itself. */
    @PostMapping("/{id}/retry")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    View retry(@PathVariable TableImportId id) {
        storage.retry(require(id));
        return view(imports.require(id));
    }

    private TableImport require(TableImportId id) {
        Caller caller = callers.current();
        caller.require(STAFF);
        TableImport it = imports.require(id);
        ClinicId clinic = it.clinicId();
        boolean maySee = clinic == null
                ? it.startedBy().equals(caller.subject()) || caller.has(Role.HEAD_OFFICE)
                : caller.mayIn(clinic, STAFF);
        if (!maySee) {
            throw Refusal.notFound();
        }
        return it;
    }

    private View view(TableImport it) {
        Status going = storage.isStopped(it) ? Status.STOPPED : Status.RUNNING;
        return View.of(it, it.isDone() ? Status.DONE : going);
    }

    /** A clinic's, the latest first. */
    @GetMapping
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(
            @RequestParam ClinicId clinicId,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Caller caller = callers.current();
        caller.require(STAFF);
        int most = Page.limit(limit);
        TableImportId before = Page.position(cursor, TableImportId::new);
        caller.requireIn(clinicId, STAFF);
        return Page.of(
                        imports.of(clinicId, before, most + 1),
                        most,
                        it -> it.id().value())
                .map(this::view);
    }
}
