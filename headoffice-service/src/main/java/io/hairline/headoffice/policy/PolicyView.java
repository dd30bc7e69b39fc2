package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.PolicyLayer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A layer of the policy.
 *
 * @param booking the brand's whole policy in force; absent in the other layers
 * @param inForce what holds today; absent while the first version is still planned
 * @param planned the versions of later days
 * @param history the latest publications, the newest first
 */
record PolicyView(
        PolicyId id,
        long version,
        PolicyScope.Level layer,
        @Nullable RegionId regionId,
        @Nullable ClinicId clinicId,
        @Nullable BookingPolicy booking,
        @Nullable PolicyLayer inForce,
        List<PolicyLayer> planned,
        List<Policy.Publication> history) {

    static PolicyView of(Policy it, LocalDate today) {
        PolicyLayer inForce = it.on(today).orElse(null);
        PolicyScope.Level level = it.where().level();
        return new PolicyView(
                it.id(),
                it.version(),
                level,
                it.regionId(),
                it.clinicId(),
                level != PolicyScope.Level.BRAND
                        ? null
                        : inForce == null ? it.booking() : inForce.values().over(PolicyLayers.DEFAULT, Set.of()),
                inForce,
                it.layers().stream()
                        .filter(version -> version.from().isAfter(today))
                        .toList(),
                Objects.requireNonNullElse(it.history(), List.of()));
    }
}
