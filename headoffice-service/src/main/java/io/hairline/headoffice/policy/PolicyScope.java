package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.kit.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a layer of the policy holds: in a region, in a clinic, or with neither in the whole brand.
 *
 * @param regionId set for a region's layer
 * @param clinicId set for a clinic's layer
 */
public record PolicyScope(
        @Nullable RegionId regionId, @Nullable ClinicId clinicId) {

    /** The layer above all others. */
    public static final PolicyScope BRAND = new PolicyScope(null, null);

    /** Which layers there are, the first above the others. */
    enum Level {
        BRAND,
        REGION,
        CLINIC
    }

    public PolicyScope {
        if (regionId != null && clinicId != null) {
            throw Refusal.input("clinicId", "must be absent for a region's policy; give regionId or clinicId");
        }
    }

    Level level() {
        return clinicId != null ? Level.CLINIC : regionId != null ? Level.REGION : Level.BRAND;
    }

    /** What the documents call it; unique. */
    String key() {
        return clinicId != null ? clinicId.value() : regionId != null ? regionId.value() : Policy.BRAND;
    }
}
