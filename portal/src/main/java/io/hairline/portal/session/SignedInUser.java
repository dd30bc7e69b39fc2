package io.hairline.portal.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in and what she is in the brand. It decides what she is offered; what she may do, the services decide.
 *
 * @param subject {@code cli_…} for a client, {@code per_…} for staff
 */
public record SignedInUser(String subject, List<Role> roles) {

    private static final String CLIENT = "cli_";

    public SignedInUser {
        roles = List.copyOf(roles);
    }

    /** A role and where it holds; its name as the API tells it, so that a new one breaks nothing here. */
    public record Role(
            String role,
            @Nullable String regionId,
            @Nullable String clinicId,
            @Nullable String practitionerId) {}

    public boolean isClient() {
        return subject.startsWith(CLIENT);
    }

    public boolean isBrand() {
        return has("HEAD_OFFICE");
    }

    public boolean seesTheWall() {
        return isBrand() || has("REGION_MANAGER") || has("CLINIC_MANAGER");
    }

    /** The clinic where she works, if she works in one. */
    public Optional<String> clinic() {
        return roles.stream().map(Role::clinicId).flatMap(Stream::ofNullable).findFirst();
    }

    public Optional<String> region() {
        return roles.stream().map(Role::regionId).flatMap(Stream::ofNullable).findFirst();
    }

    /** Those who work with the needle, and those who answer for the stock. */
    public boolean mayReceiveLots(String clinic) {
        return roles.stream()
                .filter(it -> clinic.equals(it.clinicId()))
                .anyMatch(it -> it.role().equals("PRACTITIONER") || it.role().equals("CLINIC_MANAGER"));
    }

    public String home() {
        if (isClient()) {
            return "/me";
        }
        if (isBrand() || has("REGION_MANAGER")) {
            return "/wall";
        }
        return clinic().map(it -> "/clinic/" + it + "/day").orElse("/");
    }

    private boolean has(String role) {
        return roles.stream().anyMatch(it -> it.role().equals(role));
    }
}
