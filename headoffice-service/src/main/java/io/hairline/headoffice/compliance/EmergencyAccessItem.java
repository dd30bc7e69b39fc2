package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.headoffice.clinic.Clinic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A chart that somebody of the clinic opened in an emergency. Clinic and region look into why; it leaves the list after
 * {@code reviewBy}.
 *
 * @param openedBy the person who opened the chart; their reason is in treatment's {@code GET /access-log}
 * @param openedOn the clinic's local day
 * @param until when the access ends
 * @param daysLeft whole local days of the clinic after today until {@code reviewBy}
 */
record EmergencyAccessItem(
        String kind,
        ClinicId clinicId,
        EmergencyAccessId emergencyAccessId,
        ClientId clientId,
        String openedBy,
        LocalDate openedOn,
        Instant until,
        LocalDate reviewBy,
        long daysLeft)
        implements ComplianceItem {

    private static final String EMERGENCY_ACCESS = "EMERGENCY_ACCESS";
    /** Long enough for two weekly meetings of a clinic. */
    private static final int REVIEW_DAYS = 14;

    static EmergencyAccessItem of(Clinic clinic, EmergencyAccess access, Instant now) {
        ZoneId zone = ZoneId.of(clinic.place().zone());
        LocalDate openedOn = LocalDate.ofInstant(access.openedAt(), zone);
        LocalDate reviewBy = openedOn.plusDays(REVIEW_DAYS);
        return new EmergencyAccessItem(
                EMERGENCY_ACCESS,
                clinic.id(),
                access.id(),
                access.clientId(),
                access.openedBy(),
                openedOn,
                access.until(),
                reviewBy,
                ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), reviewBy));
    }

    /** The earliest instant at which a chart can have been opened that is still to be reviewed, in any zone. */
    static Instant earliest(Instant now) {
        return now.minus(Duration.ofDays(REVIEW_DAYS + 1L));
    }

    boolean isDue() {
        return daysLeft >= 0;
    }

    @Override
    public String position() {
        return ComplianceItem.position(daysLeft, clinicId, emergencyAccessId);
    }
}
