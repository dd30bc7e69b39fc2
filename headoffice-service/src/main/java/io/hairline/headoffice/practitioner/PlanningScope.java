package io.hairline.headoffice.practitioner;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ClinicId;
import io.hairline.kit.security.Caller;
import java.util.function.Predicate;

/**
 * In which clinics a caller plans people's time. It comes from the caller's roles alone, never from what a rota, a
 * request or an absence says.
 *
 * @param everywhere true for head office
 */
public record PlanningScope(boolean everywhere, Predicate<ClinicId> clinics) {

    /** Head office's. */
    public static final PlanningScope BRAND = new PlanningScope(true, _ -> true);

    /** Refuses with 403 a caller who plans nowhere. */
    static PlanningScope of(Caller caller) {
        caller.require(HEAD_OFFICE, CLINIC_MANAGER);
        return caller.has(HEAD_OFFICE)
                ? BRAND
                : new PlanningScope(false, it -> caller.mayIn(it, HEAD_OFFICE, CLINIC_MANAGER));
    }

    boolean reaches(ClinicId clinic) {
        return clinics.test(clinic);
    }
}
