package io.hairline.booking.appointment.visit;

import io.hairline.booking.appointment.Appointment;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** What the clinic may record of a visit; which of it is possible now is for the rules of {@link Visit} alone to say. */
public enum VisitStep {
    CHECK_IN((visit, now) -> visit.checkIn(null, now)),
    UNDO_CHECK_IN((visit, now) -> visit.undoCheckIn()),
    NO_SHOW((visit, now) -> visit.noShow("CLIENT_ABSENT", null, null, now)),
    /** A no-show before the grace period is over, which needs an override of {@code GRACE}. */
    NO_SHOW_IN_GRACE((visit, now) -> visit.noShow(
            "CLIENT_ABSENT",
            null,
            new PlanOverride(List.of(PlanOverride.GRACE), Role.CLINIC_MANAGER.name(), "OTHER"),
            now));

    private final BiFunction<Visit, Instant, Change<Appointment>> tried;

    VisitStep(BiFunction<Visit, Instant, Change<Appointment>> tried) {
        this.tried = tried;
    }

    /** What wouldn't be refused now to anybody who may record it. */
    public static Set<VisitStep> possible(Appointment appointment, Instant now) {
        Set<VisitStep> possible = EnumSet.noneOf(VisitStep.class);
        for (VisitStep it : values()) {
            if (it.isPossible(Visit.of(appointment), now)) {
                possible.add(it);
            }
        }
        if (possible.contains(NO_SHOW)) {
            possible.remove(NO_SHOW_IN_GRACE);
        }
        return possible;
    }

    private boolean isPossible(Visit visit, Instant now) {
        try {
            var _ = tried.apply(visit, now);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }
}
