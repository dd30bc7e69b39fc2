package io.hairline.launcher.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/**
 * What is counted: local days of some clinics, from the first to the last.
 *
 * @param zones of the clinics that are counted, by id
 * @param everywhere the zones of all clinics of the brand
 */
record RecountScope(Map<String, ZoneId> zones, Map<String, ZoneId> everywhere, LocalDate from, LocalDate to) {

    boolean has(String clinic) {
        return zones.containsKey(clinic);
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean has(String clinic, Instant at) {
        ZoneId zone = zones.get(clinic);
        return zone != null && has(LocalDate.ofInstant(at, zone));
    }

    /** Whether the appointment is on one of the days. */
    boolean has(RecordedEvent visit) {
        return has(visit.text("slot", "clinicId")) && has(RecountedVisits.day(visit));
    }

    ZoneId zone(String clinic) {
        return Objects.requireNonNull(zones.get(clinic));
    }

    /** The local day on which a session ended; one of a course may have been in a clinic that isn't counted. */
    LocalDate dayOf(RecordedEvent session) {
        ZoneId zone = Objects.requireNonNull(everywhere.get(session.text("clinicId")));
        return LocalDate.ofInstant(session.instant("completedAt"), zone);
    }
}
