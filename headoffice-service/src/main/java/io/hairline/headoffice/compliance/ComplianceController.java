package io.hairline.headoffice.compliance;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/compliance")
class ComplianceController {

    private final ComplianceBoard board;
    private final ClinicDirectory clinics;
    private final Callers callers;

    ComplianceController(ComplianceBoard board, ClinicDirectory clinics, Callers callers) {
        this.board = board;
        this.clinics = clinics;
        this.callers = callers;
    }

    /**
     * Licences and training with the days that they hold, emergency accesses to charts with the days left to review, steps of the
     * readiness light that were set aside in the last 30 days, and charts whose keeping time ends within a year, by month; the
     * most urgent first.
     */
    @GetMapping
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<ComplianceItem> list(
            @RequestParam @Nullable RegionId regionId,
            @RequestParam @Nullable ClinicId clinicId,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Caller caller = callers.current();
        caller.require(HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
        int most = Page.limit(limit);
        String after = ComplianceItem.position(cursor);
        if ((regionId == null) == (clinicId == null)) {
            throw Refusal.input("regionId", "give either regionId or clinicId");
        }
        if (!clinics.mayLead(caller, regionId, clinicId)) {
            throw Refusal.notFound();
        }
        return board.items(clinics.in(regionId, clinicId), after, most);
    }
}
