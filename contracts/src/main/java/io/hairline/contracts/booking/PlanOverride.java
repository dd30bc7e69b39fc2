package io.hairline.contracts.booking;

import java.util.List;

/**
 * Rules that somebody of the staff relaxed for one appointment; that nothing overlaps is never relaxed.
 *
 * @param rules {@code LEAD_TIME}, {@code OPENING_HOURS}, {@code GRACE}, {@code STOCK}, {@code DEPOSIT}
 * @param roleCode the role in which they were allowed to
 */
public record PlanOverride(List<String> rules, String roleCode, String reasonCode) {

    /** The time between booking and start that the policy asks for. */
    public static final String LEAD_TIME = "LEAD_TIME";
    /** The clinic's opening hours and the practitioner's shifts. */
    public static final String OPENING_HOURS = "OPENING_HOURS";

    /** The time after the start in which a client may still come, and after which the client counts as a no-show. */
    public static final String GRACE = "GRACE";
    /** That a clinic whose material is recalled or in quarantine receives nobody for a treatment. */
    public static final String STOCK = "STOCK";

    /** What is paid before the sessions of a course are booked. */
    public static final String DEPOSIT = "DEPOSIT";

    public PlanOverride {
        rules = List.copyOf(rules);
    }
}
