package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.GuestLimit;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.licence.Licence;
import io.hairline.headoffice.practitioner.Practitioner;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A practitioner who works in a clinic's jurisdiction as a guest, with the days of this calendar year.
 *
 * @param guest how many days are allowed
 * @param daysUsed days of this year on which the practitioner treated there
 * @param daysLeft days of this year that are left; never below 0
 */
record GuestItem(
        @Schema(allowableValues = GuestItem.GUEST) String kind,
        ClinicId clinicId,
        PractitionerId practitionerId,
        String displayName,
        String jurisdiction,
        LicenceId licenceId,
        GuestLimit guest,
        int daysUsed,
        long daysLeft)
        implements ComplianceItem {

    static final String GUEST = "GUEST";

    static Stream<GuestItem> of(
            Clinic clinic,
            Practitioner practitioner,
            Collection<Licence> licences,
            Set<LocalDate> worked,
            Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of(clinic.place().zone()));
        return licences.stream()
                .filter(it -> it.revokedFor() == null
                        && it.jurisdiction().equals(clinic.place().jurisdiction())
                        && !today.isBefore(it.validFrom())
                        && !today.isAfter(it.validUntil()))
                .flatMap(it -> Optional.ofNullable(it.guest()).stream()
                        .map(limit ->
                                item(clinic, practitioner, it, limit, GuestLimit.usedIn(today.getYear(), worked))));
    }

    private static GuestItem item(Clinic clinic, Practitioner practitioner, Licence it, GuestLimit limit, int used) {
        return new GuestItem(
                GUEST,
                clinic.id(),
                practitioner.id(),
                practitioner.displayName(),
                it.jurisdiction(),
                it.id(),
                limit,
                used,
                Math.max(0, limit.daysAYear() - used));
    }

    @Override
    public String position() {
        return ComplianceItem.position(daysLeft, clinicId, GUEST + "|" + licenceId);
    }
}
