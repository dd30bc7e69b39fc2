package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Page;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/access-log")
class AccessLogController {

    private final AccessLog log;
    private final ReferenceData referenceData;
    private final ChartAccess access;
    private final ObjectProvider<AccessGrants> grants;

    AccessLogController(
            AccessLog log, ReferenceData referenceData, ChartAccess access, ObjectProvider<AccessGrants> grants) {
        this.log = log;
        this.referenceData = referenceData;
        this.access = access;
        this.grants = grants;
    }

    /**
     * One reading.
     *
     * @param who the reader's id
     * @param whoName what the reader is called in the clinic; absent for readers who don't treat
     * @param passId of the sharing pass that opened it; absent for another basis, as its purpose
     * @param reason why the reader opened the chart in an emergency, in their words; for the client and for the manager of the
     *     reader's clinic alone
     */
    record View(
            Instant at,
            String who,
            @Nullable String whoName,
            ClinicId clinicId,
            AccessedRecord what,
            AccessBasis basis,
            @Nullable String passId,
            @Nullable SharingPurpose purpose,
            @Nullable String reason) {}

    /** Who of the staff has read a client's chart: for the client, and for the manager of the home clinic. */
    @AllowedFor(staff = Role.CLINIC_MANAGER, clients = true)
    @GetMapping
    Page<View> list(
            @RequestParam ClientId clientId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        String before = before(cursor);
        Caller caller = access.toReadAccessLog(clientId);
        List<AccessLogEntry> found = log.of(clientId, before, most + 1);
        return Page.of(found, most, AccessLogEntry::id).map(it -> view(it, caller));
    }

    private static @Nullable String before(@Nullable String cursor) {
        String position = Page.position(cursor);
        if (position != null && !AccessLogEntry.isId(position)) {
            throw Refusal.input("cursor", "is not one we gave out; start again without it");
        }
        return position;
    }

    private View view(AccessLogEntry it, Caller caller) {
        return new View(
                it.at(),
                it.who(),
                referenceData.nameOf(it.practitionerId()),
                it.clinicId(),
                it.what(),
                it.basis(),
                it.basis() == AccessBasis.SHARING_PASS ? it.grantId() : null,
                it.purpose(),
                it.basis() == AccessBasis.EMERGENCY ? reasonOf(it, caller) : null);
    }

    private @Nullable String reasonOf(AccessLogEntry it, Caller caller) {
        String access = it.grantId();
        return access != null && (caller.isClient() || caller.mayIn(it.clinicId(), Role.CLINIC_MANAGER))
                ? grants.stream()
                        .flatMap(one -> one.reasonOf(access).stream())
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
