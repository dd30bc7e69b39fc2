package io.hairline.kit.security;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, and which roles they have in the brand at this moment.
 *
 * @param subject {@code per_…} for staff, {@code cli_…} for a client, {@code gst_…} for a visitor
 */
public record Caller(String subject, List<Assignment> assignments, Function<ClinicId, Optional<RegionId>> regions) {

    private static final String GUEST = "gst_";

    public boolean isClient() {
        return subject.startsWith(ClientId.PREFIX + "_");
    }

    public boolean isGuest() {
        return subject.startsWith(GUEST);
    }

    public boolean isStaff() {
        return !assignments.isEmpty();
    }

    /** The client that the caller is; null for staff and visitors. */
    public @Nullable ClientId clientId() {
        return isClient() ? new ClientId(subject) : null;
    }

    public boolean has(Role role) {
        return assignments.stream().anyMatch(it -> it.role() == role);
    }

    public boolean hasAny(Role... roles) {
        return Arrays.stream(roles).anyMatch(this::has);
    }

    /** Refuses with 403 a caller who has none of these roles anywhere. */
    public void require(Role... roles) {
        if (!hasAny(roles)) {
            throw Refusal.forbidden();
        }
    }

    /** Whether one of these roles reaches this clinic: its own, its region's, or the whole brand's. */
    public boolean mayIn(ClinicId clinic, Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return assignments.stream().anyMatch(it -> wanted.contains(it.role()) && reaches(it, clinic));
    }

    private boolean reaches(Assignment it, ClinicId clinic) {
        return switch (it.role()) {
            case HEAD_OFFICE -> true;
            case REGION_MANAGER ->
                it.regionId() != null && regions.apply(clinic).equals(Optional.of(it.regionId()));
            case CLINIC_MANAGER, FRONT_DESK, PRACTITIONER -> clinic.equals(it.clinicId());
        };
    }

    /** Refuses with 403 a caller without any of the roles, and as unknown if they don't reach the clinic. */
    public void requireIn(ClinicId clinic, Role... roles) {
        require(roles);
        if (!mayIn(clinic, roles)) {
            throw Refusal.notFound();
        }
    }

    /** Who the caller is in this clinic's diary; null if they treat nobody there. */
    public @Nullable PractitionerId practitionerIn(ClinicId clinic) {
        return assignments.stream()
                .filter(it -> clinic.equals(it.clinicId()))
                .flatMap(it -> Optional.ofNullable(it.practitionerId()).stream())
                .findFirst()
                .orElse(null);
    }

    /** The same person with the roles of one clinic alone, and those that belong to no clinic. */
    public Caller actingIn(ClinicId clinic) {
        return new Caller(
                subject,
                assignments.stream()
                        .filter(it -> it.clinicId() == null || clinic.equals(it.clinicId()))
                        .toList(),
                regions);
    }

    /** The clinics where the caller works. */
    public Set<ClinicId> ownClinics() {
        return assignments.stream()
                .flatMap(it -> Optional.ofNullable(it.clinicId()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
