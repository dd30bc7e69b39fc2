package io.hairline.treatment.referencedata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long the sessions of a clinic heal at least.
 *
 * @param zone of the clinic
 * @param days after which a further session is allowed at all
 */
public record HealingTime(ZoneId zone, int days) {

    /** The first local day on which a session that began then may count as healed. */
    public LocalDate endOf(Instant session) {
        return LocalDate.ofInstant(session, zone).plusDays(days);
    }

    /** Whether that day has come. */
    public boolean isOver(Instant session, Instant now) {
        return !LocalDate.ofInstant(now, zone).isBefore(endOf(session));
    }
}
