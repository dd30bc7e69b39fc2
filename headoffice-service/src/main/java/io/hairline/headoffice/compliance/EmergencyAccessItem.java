package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.headoffice.clinic.Clinic;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A chart that somebody of the clinic opened in an emergency. The region or head office looks into why, and it leaves the
 * list when they have.
 *
 * @param openedBy the person who opened the chart
 * @param openedByName as what they work: their name in the diary, or their login; absent if the person isn't known here
 * @param reasonCode such as {@code CLIENT_PRESENT}; what they wrote is sealed in treatment
 * @param openedOn the clinic's local day
 * @param until when the access ends
 * @param daysLeft whole local days of the clinic after today until {@code reviewBy}; negative once it is over
 */
record EmergencyAccessItem(
        @Schema(allowableValues = EmergencyAccessItem.EMERGENCY_ACCESS)
        String kind,

        ClinicId clinicId,
        EmergencyAccessId emergencyAccessId,
        ClientId clientId,
        String openedBy,
        @Nullable String openedByName,
        @Nullable String reasonCode,
        LocalDate openedOn,
        Instant until,
        LocalDate reviewBy,
        long daysLeft)
        implements ComplianceItem {

    static final String EMERGENCY_ACCESS = "EMERGENCY_ACCESS";
    /** Long enough for two weekly meetings of a clinic. */
    private static final int REVIEW_DAYS = 14;

    static EmergencyAccessItem of(Clinic clinic, EmergencyAccess access, @Nullable String openedByName, Instant now) {
        ZoneId zone = ZoneId.of(clinic.place().zone());
        LocalDate openedOn = LocalDate.ofInstant(access.openedAt(), zone);
        LocalDate reviewBy = openedOn.plusDays(REVIEW_DAYS);
        return new EmergencyAccessItem(
                EMERGENCY_ACCESS,
                clinic.id(),
                access.id(),
                access.clientId(),
                access.openedBy(),
                openedByName,
                access.reasonCode(),
                openedOn,
                access.until(),
                reviewBy,
                ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), reviewBy));
    }

    @Override
    public String position() {
        return ComplianceItem.position(daysLeft, clinicId, emergencyAccessId);
    }
}
