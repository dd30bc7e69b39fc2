package io.hairline.booking.client.transfer;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients")
class ClientImportController {

    private final ClientImport clientImport;
    private final Callers callers;

    ClientImportController(ClientImport clientImport, Callers callers) {
        this.clientImport = clientImport;
        this.callers = callers;
    }

    /**
     * Registers the clients of a table in CSV, in UTF-8 and with a first line of names: {@code givenName}, {@code familyName},
     * {@code dateOfBirth}, {@code email}, {@code phone}, {@code language}, {@code zone}, {@code homeClinicId}; at most 5,000
     * clients in 2,000,000 bytes. All lines are checked before the first is stored; then
     * they are stored in parts, which {@code GET /api/v1/table-imports/{id}} follows. With {@code dryRun=true} none is stored, and
     * the answer says what would be refused.
     */
    @PostMapping(value = "/import", consumes = "text/csv")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ClientImport.Outcome run(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestBody byte[] table) {
        Caller caller = callers.current();
        caller.require(Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        return clientImport.run(table, clinicId, dryRun, caller);
    }
}
