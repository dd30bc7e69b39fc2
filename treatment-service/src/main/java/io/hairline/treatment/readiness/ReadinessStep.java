package io.hairline.treatment.readiness;

import io.hairline.contracts.headoffice.Role;
import io.hairline.treatment.referencedata.policy.PolicyVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must be there.
 *
 * @param detail a sentence that the desk may read out: no clinical word
 * @param overridable whether {@code POST /readiness/{appointmentId}/override} takes this step as it is now
 * @param override who answers for going on all the same; absent otherwise
 * @param possibleFrom the first of the clinic's days on which the step isn't in the way; absent where waiting doesn't mend it
 * @param reasonCode which of several reasons it is: a conflict's in the diary, {@code ASK_WHAT_CHANGED} of the questionnaire, or
 *     {@code HAIRLINE_REMOVED}; absent where the step has one reason alone
 * @param judgedBy the versions of the policy whose rules judged it; for the questionnaire alone
 */
public record ReadinessStep(
        StepCode code,
        StepState state,
        StepCode.Doer who,
        String detail,
        boolean overridable,
        @Nullable StepOverride override,
        @Nullable LocalDate possibleFrom,
        @Nullable String reasonCode,
        @Nullable List<PolicyVersion> judgedBy) {

    /**
     * An answer for a step that was red.
     *
     * @param by subject of the one who answers
     * @param byName what that person is called in the clinic; absent for those who don't treat, and for readers who aren't staff
     * @param reason absent for readers who aren't staff
     */
    public record StepOverride(
            String by,
            @Nullable String byName,
            Role role,
            @Nullable String reason,
            Instant at) {

        /** As the client may see it: whose role it was, and when. */
        public StepOverride withoutReason() {
            return new StepOverride(by, null, role, null, at);
        }
    }

    static ReadinessStep of(StepCode code, StepState state, String detail) {
        return new ReadinessStep(code, state, code.doer(), detail, false, null, null, null, null);
    }

    /** Red, and one of the staff may answer for going on. */
    static ReadinessStep overridable(StepCode code, String detail) {
        return new ReadinessStep(code, StepState.BLOCKED, code.doer(), detail, true, null, null, null, null);
    }

    /** Somebody still has to do something, or one of the staff answers for going on. */
    static ReadinessStep missing(StepCode code, StepCode.Doer who, String reasonCode, String detail) {
        return new ReadinessStep(code, StepState.MISSING, who, detail, true, null, null, reasonCode, null);
    }

    /** To be looked at, for one of several reasons. */
    static ReadinessStep warning(StepCode code, String reasonCode, String detail) {
        return new ReadinessStep(code, StepState.WARNING, code.doer(), detail, false, null, null, reasonCode, null);
    }

    /** In the way, for one of several reasons. */
    static ReadinessStep blocked(StepCode code, String reasonCode, String detail) {
        return new ReadinessStep(code, StepState.BLOCKED, code.doer(), detail, false, null, null, reasonCode, null);
    }

    ReadinessStep possibleFrom(LocalDate day) {
        return new ReadinessStep(code, state, who, detail, overridable, override, day, reasonCode, judgedBy);
    }

    ReadinessStep judgedBy(List<PolicyVersion> versions) {
        return new ReadinessStep(
                code, state, who, detail, overridable, override, possibleFrom, reasonCode, List.copyOf(versions));
    }

    ReadinessStep overriddenBy(StepOverride who) {
        return new ReadinessStep(
                code, StepState.OVERRIDDEN, this.who, detail, false, who, possibleFrom, reasonCode, judgedBy);
    }

    ReadinessStep withoutReason() {
        return override == null ? this : overriddenBy(override.withoutReason());
    }
}
