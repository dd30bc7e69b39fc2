package io.hairline.headoffice.compliance;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.compliance.override.ReadinessOverride;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A step of the readiness light that somebody set aside; it is listed for 30 days.
 *
 * @param stepCode what stood against the appointment, such as {@code HEALING_GAP}; the reason is in the chart
 * @param overriddenBy the person who did
 * @param overriddenByName as what they work: their name in the diary, or their login; absent if the person isn't known here
 * @param overriddenOn the clinic's local day
 * @param daysLeft whole local days of the clinic after today on which it is still listed
 */
record OverrideItem(
        @Schema(allowableValues = OverrideItem.OVERRIDE) String kind,
        ClinicId clinicId,
        AppointmentId appointmentId,
        String stepCode,
        String overriddenBy,
        @Nullable String overriddenByName,
        LocalDate overriddenOn,
        long daysLeft)
        implements ComplianceItem {

    static final String OVERRIDE = "OVERRIDE";
    static final int LISTED_DAYS = 30;

    static OverrideItem of(Clinic clinic, ReadinessOverride it, @Nullable String overriddenByName, Instant now) {
        ZoneId zone = ZoneId.of(clinic.place().zone());
        LocalDate day = LocalDate.ofInstant(it.overriddenAt(), zone);
        return new OverrideItem(
                OVERRIDE,
                clinic.id(),
                it.appointmentId(),
                it.stepCode(),
                it.overriddenBy(),
                overriddenByName,
                day,
                ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), day.plusDays(LISTED_DAYS)));
    }

    @Override
    public String position() {
        return ComplianceItem.position(daysLeft, clinicId, appointmentId + "|" + stepCode);
    }
}
