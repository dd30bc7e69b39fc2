package io.hairline.portal.session;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in and what they are in the brand. It decides what is offered; what is allowed, the services decide.
 *
 * @param subject {@code cli_…} for a client, {@code per_…} for staff
 * @param name as the person is called; unknown for most staff
 * @param language the language a client chose for pages and letters, such as {@code de}
 */
public record SignedInUser(
        String subject,
        List<Role> roles,
        @Nullable String name,
        @Nullable String language) implements Serializable {

    static final String CLIENT = "cli_";
    private static final List<String> ORDER =
            List.of("HEAD_OFFICE", "REGION_MANAGER", "CLINIC_MANAGER", "PRACTITIONER", "FRONT_DESK", "");

    public SignedInUser {
        roles = List.copyOf(roles);
    }

    /** A role and where it holds; its name as the API tells it, so that a new one breaks nothing here. */
    public record Role(
            String role,
            @Nullable String regionId,
            @Nullable String clinicId,
            @Nullable String practitionerId) implements Serializable {}

    /** Somebody of whom only the log-in is known, because the services don't answer. */
    public static SignedInUser unknown() {
        return new SignedInUser("", List.of(), null, null);
    }

    public boolean isClient() {
        return subject.startsWith(CLIENT);
    }

    public boolean isStaff() {
        return !roles.isEmpty();
    }

    public boolean isBrand() {
        return has("HEAD_OFFICE");
    }

    public boolean seesNumbers() {
        return isBrand() || has("REGION_MANAGER") || has("CLINIC_MANAGER");
    }

    /** The clinic where the person works, if there is one. */
    public Optional<String> clinic() {
        return roles.stream().map(Role::clinicId).flatMap(Stream::ofNullable).findFirst();
    }

    public Optional<String> region() {
        return roles.stream().map(Role::regionId).flatMap(Stream::ofNullable).findFirst();
    }

    public boolean isOfRegion(String region) {
        return roles.stream().map(Role::regionId).anyMatch(region::equals);
    }

    /** Whether the pages of a clinic of this region are for the person. */
    public boolean hasToDoWith(String clinic, String region) {
        return isBrand() || isOfRegion(region) || worksIn(clinic);
    }

    public boolean worksIn(String clinic) {
        return roles.stream().map(Role::clinicId).anyMatch(clinic::equals);
    }

    public Optional<String> practitioner() {
        return roles.stream()
                .map(Role::practitionerId)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** The role that decides about the pages. */
    public String mainRole() {
        return roles.stream()
                .map(Role::role)
                .min(Comparator.comparingInt(ORDER::indexOf))
                .orElse("");
    }

    /** Those who run the diary: register, book, move, cancel, check in. */
    public boolean runsDiary(String clinic) {
        return isBrand() || hasIn(clinic, "FRONT_DESK", "CLINIC_MANAGER", "PRACTITIONER");
    }

    public boolean receivesClients(String clinic) {
        return hasIn(clinic, "FRONT_DESK", "CLINIC_MANAGER", "PRACTITIONER");
    }

    /** Those who treat and write the chart. */
    public boolean treatsIn(String clinic) {
        return hasIn(clinic, "PRACTITIONER");
    }

    public boolean readsCharts(String clinic) {
        return hasIn(clinic, "PRACTITIONER", "CLINIC_MANAGER");
    }

    public boolean managesClinic(String clinic) {
        return isBrand() || hasIn(clinic, "CLINIC_MANAGER");
    }

    /** Those who work with the needle, and those who answer for the stock. */
    public boolean mayReceiveLots(String clinic) {
        return hasIn(clinic, "PRACTITIONER", "CLINIC_MANAGER");
    }

    public boolean seesStock(String clinic) {
        return isBrand() || hasIn(clinic, "PRACTITIONER", "CLINIC_MANAGER", "FRONT_DESK");
    }

    public String home() {
        if (isClient()) {
            return "/me";
        }
        if (isBrand() || has("REGION_MANAGER")) {
            return "/dashboard";
        }
        return clinic().map(it -> "/clinic/" + it + "/day").orElse("/");
    }

    private boolean has(String role) {
        return roles.stream().anyMatch(it -> it.role().equals(role));
    }

    private boolean hasIn(String clinic, String... wanted) {
        return roles.stream()
                .filter(it -> clinic.equals(it.clinicId()))
                .anyMatch(it -> List.of(wanted).contains(it.role()));
    }
}
