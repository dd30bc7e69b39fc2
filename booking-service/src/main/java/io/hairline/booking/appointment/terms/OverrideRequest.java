package io.hairline.booking.appointment.terms;

import io.hairline.booking.allocation.RuleRelaxation;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the staff send to relax rules for one appointment. Nothing overlaps all the same.
 *
 * @param rules {@code LEAD_TIME}, for everybody who books in the clinic; {@code OPENING_HOURS}, for its manager and head
 *     office
 */
public record OverrideRequest(
        @NotNull @Size(min = 1, max = 2) List<
                        @NotNull @Pattern(regexp = "LEAD_TIME|OPENING_HOURS", message = "must be LEAD_TIME or OPENING_HOURS") String>
                rules,

        @NotNull @Pattern(regexp = ReasonCodes.PLAN_OVERRIDE, message = ReasonCodes.MESSAGE) String reasonCode,

        @Nullable @Size(max = 500) @Paragraphs String reason) {

    private static final List<Role> OF_LEAD_TIME =
            List.of(Role.HEAD_OFFICE, Role.CLINIC_MANAGER, Role.FRONT_DESK, Role.PRACTITIONER);
    private static final List<Role> OF_HOURS = List.of(Role.HEAD_OFFICE, Role.CLINIC_MANAGER);

    /** Refuses a caller without a role that may. */
    public static @Nullable RuleRelaxation of(@Nullable OverrideRequest wanted, ClinicId clinic, Caller caller) {
        if (wanted == null) {
            return null;
        }
        boolean hours = wanted.rules().contains(PlanOverride.OPENING_HOURS);
        Role role = role(hours ? OF_HOURS : OF_LEAD_TIME, clinic, caller);
        PlanOverride plan = new PlanOverride(
                wanted.rules().stream().distinct().sorted().toList(), role.name(), wanted.reasonCode());
        return new RuleRelaxation(plan, Objects.requireNonNullElse(wanted.reason(), wanted.reasonCode()));
    }

    /** The same for a client who stands at the desk, who needs no lead time either. */
    public OverrideRequest ofWalkIn() {
        return new OverrideRequest(
                Stream.concat(rules.stream(), Stream.of(PlanOverride.LEAD_TIME))
                        .distinct()
                        .toList(),
                reasonCode,
                reason);
    }

    /** A client who stands at the desk needs no lead time. */
    public static RuleRelaxation walkIn(ClinicId clinic, Caller caller) {
        Role role = role(OF_LEAD_TIME, clinic, caller);
        return new RuleRelaxation(new PlanOverride(List.of(PlanOverride.LEAD_TIME), role.name(), "WALK_IN"), "WALK_IN");
    }

    private static Role role(List<Role> allowed, ClinicId clinic, Caller caller) {
        return allowed.stream()
                .filter(it -> caller.mayIn(clinic, it))
                .findFirst()
                .orElseThrow(() -> Refusal.input(
                        "override.rules", "is not for you: opening hours are relaxed by the clinic's manager alone"));
    }
}
