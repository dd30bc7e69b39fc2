package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.JurisdictionRules;
import io.hairline.headoffice.clinic.Clinic;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Charts of a clinic whose keeping time ends in one month; listed from a year before. What is in them is treatment's alone.
 *
 * @param month such as 2027-03
 * @param charts how many, by each client's last session in the clinic
 * @param years for how long the clinic's jurisdiction has them kept
 * @param daysLeft whole local days of the clinic after today until the month's last; negative once that is over
 */
record RetentionItem(
        @Schema(allowableValues = RetentionItem.RETENTION) String kind,
        ClinicId clinicId,
        String month,
        long charts,
        int years,
        long daysLeft)
        implements ComplianceItem {

    static final String RETENTION = "RETENTION";
    private static final int LISTED_MONTHS = 12;

    static int years(Clinic clinic) {
        return JurisdictionRules.of(clinic.place().jurisdiction()).chartYears();
    }

    static LocalDate until(Clinic clinic, Instant now) {
        return today(clinic, now).plusMonths(LISTED_MONTHS);
    }

    private static LocalDate today(Clinic clinic, Instant now) {
        return LocalDate.ofInstant(now, ZoneId.of(clinic.place().zone()));
    }

    static Stream<RetentionItem> of(Clinic clinic, Map<YearMonth, Long> due, Instant now) {
        return due.entrySet().stream()
                .map(it -> new RetentionItem(
                        RETENTION,
                        clinic.id(),
                        it.getKey().toString(),
                        it.getValue(),
                        years(clinic),
                        ChronoUnit.DAYS.between(today(clinic, now), it.getKey().atEndOfMonth())));
    }

    @Override
    public String position() {
        return ComplianceItem.position(daysLeft, clinicId, RETENTION + "|" + month);
    }
}
