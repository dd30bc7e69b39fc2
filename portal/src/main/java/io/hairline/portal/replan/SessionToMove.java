package io.hairline.portal.replan;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Slot;
import java.util.List;

/**
 * A session that must move.
 *
 * @param it where it is now
 * @param clinic the name of that clinic
 */
public record SessionToMove(Appointment it, String clinic, String reasonCode, List<Offer> offers) {

    /** A time that is held for it, with what books it. */
    public record Offer(Slot slot, String choice) {}

    public String why() {
        return CodeLabels.label("replan.why", reasonCode);
    }
}
