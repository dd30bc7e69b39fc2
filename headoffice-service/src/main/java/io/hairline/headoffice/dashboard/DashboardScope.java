package io.hairline.headoffice.dashboard;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose numbers are asked for: one region's, one clinic's, or the whole brand's. */
record DashboardScope(@Nullable RegionId regionId, @Nullable ClinicId clinicId, boolean brand) {

    DashboardScope {
        if (Stream.of(regionId != null, clinicId != null, brand)
                        .filter(it -> it)
                        .count()
                != 1) {
            throw Refusal.input("regionId", "give one of regionId, clinicId and brand=true");
        }
    }

    static DashboardScope of(RegionId region) {
        return new DashboardScope(region, null, false);
    }

    /** Refuses with 403 a caller who may see no numbers at all, and as unknown what is outside the caller's scope. */
    void checkFor(Caller caller) {
        caller.require(HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
        if (!mayBeSeenBy(caller)) {
            throw Refusal.notFound();
        }
    }

    /** Whether a clinic's local day counts here: of a region only the days on which the clinic belonged to it. */
    boolean counts(Clinic clinic, LocalDate day) {
        return regionId == null || clinic.on(day).regionId().equals(regionId);
    }

    boolean mayBeSeenBy(Caller caller) {
        ClinicId clinic = clinicId;
        if (brand) {
            return caller.has(HEAD_OFFICE);
        }
        return clinic != null
                ? caller.mayIn(clinic, HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER)
                : caller.has(HEAD_OFFICE)
                        || caller.assignments().stream()
                                .anyMatch(it -> it.role() == REGION_MANAGER
                                        && it.regionId() != null
                                        && it.regionId().equals(regionId));
    }
}
