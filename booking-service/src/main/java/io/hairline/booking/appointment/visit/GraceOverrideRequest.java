package io.hairline.booking.appointment.visit;

import io.hairline.booking.note.ReasonCodes;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.Caller;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the staff send to set the grace period of one appointment aside, or that there is nothing to treat the client with.
 *
 * @param rules {@code GRACE}, and for a check-in {@code STOCK}
 * @param reason why, for the clinic's people; sealed
 */
record GraceOverrideRequest(
        @NotNull @Size(min = 1, max = 2) List<@NotNull @Pattern(regexp = "GRACE|STOCK", message = "must be GRACE or STOCK") String> rules,

        @NotNull @Pattern(regexp = ReasonCodes.PLAN_OVERRIDE, message = ReasonCodes.MESSAGE) String reasonCode,

        @Nullable @Size(max = 500) @Paragraphs String reason) {

    private static final List<Role> RECEIVING =
            List.of(Role.HEAD_OFFICE, Role.CLINIC_MANAGER, Role.FRONT_DESK, Role.PRACTITIONER);
    private static final List<Role> NOT_WAITING = List.of(Role.HEAD_OFFICE, Role.CLINIC_MANAGER);
    private static final List<Role> TREATING = List.of(Role.HEAD_OFFICE, Role.CLINIC_MANAGER, Role.PRACTITIONER);
    private static final String LATE = "LATE_ARRIVAL";

    /**
     * Who may receive a client may receive a late one; the reason is the lateness if none is given. A client whom the clinic
     * has nothing to treat with is received by those who know what to do then.
     */
    static PlanOverride late(@Nullable GraceOverrideRequest given, ClinicId clinic, Caller caller) {
        if (given == null) {
            return of(List.of(PlanOverride.GRACE), LATE, RECEIVING, clinic, caller);
        }
        List<Role> allowed = given.rules().contains(PlanOverride.STOCK) ? TREATING : RECEIVING;
        return of(given.rules().stream().distinct().toList(), given.reasonCode(), allowed, clinic, caller);
    }

    /** Not to wait for the end of the grace period may cost the client money, so the manager decides. */
    static @Nullable PlanOverride early(@Nullable GraceOverrideRequest given, ClinicId clinic, Caller caller) {
        if (given != null && given.rules().contains(PlanOverride.STOCK)) {
            throw Refusal.input("override.rules", "must be GRACE: a no-show needs no stock");
        }
        return given == null ? null : of(List.of(PlanOverride.GRACE), given.reasonCode(), NOT_WAITING, clinic, caller);
    }

    private static PlanOverride of(
            List<String> rules, String reasonCode, List<Role> allowed, ClinicId clinic, Caller caller) {
        return allowed.stream()
                .filter(it -> caller.mayIn(clinic, it))
                .findFirst()
                .map(it -> new PlanOverride(rules, it.name(), reasonCode))
                .orElseThrow(() -> Refusal.input(
                        "override.rules",
                        rules.contains(PlanOverride.STOCK)
                                ? "is not for you: the practitioner and the clinic's manager alone receive a client"
                                        + " whom the clinic has nothing to treat with"
                                : "is not for you: the clinic's manager alone records a no-show before the grace"
                                        + " period is over"));
    }
}
