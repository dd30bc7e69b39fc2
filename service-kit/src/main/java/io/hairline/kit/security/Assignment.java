package io.hairline.kit.security;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A role and where it holds. */
public record Assignment(
        Role role,
        @Nullable RegionId regionId,
        @Nullable ClinicId clinicId,
        @Nullable PractitionerId practitionerId) {

    boolean sameAs(Role otherRole, @Nullable RegionId otherRegion, @Nullable ClinicId otherClinic) {
        return role == otherRole && Objects.equals(regionId, otherRegion) && Objects.equals(clinicId, otherClinic);
    }
}
