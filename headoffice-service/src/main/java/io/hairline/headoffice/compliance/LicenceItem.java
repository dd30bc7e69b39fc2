package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.licence.Licence;
import io.hairline.headoffice.practitioner.Practitioner;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner's licence for a clinic.
 *
 * @param licenceId the one that holds longest there; absent if there is none
 * @param daysLeft whole local days of the clinic after today on which it holds; negative once it has ended
 */
record LicenceItem(
        @Schema(allowableValues = LicenceItem.LICENCE) String kind,
        ClinicId clinicId,
        PractitionerId practitionerId,
        String displayName,
        String jurisdiction,
        @Nullable LicenceId licenceId,
        @Nullable LocalDate validUntil,
        @Nullable Long daysLeft,
        State state)
        implements ComplianceItem {

    /** How much time is left. */
    enum State {
        MISSING,
        EXPIRED,
        EXPIRING,
        VALID
    }

    static final String LICENCE = "LICENCE";
    private static final long NONE = -1_000_000;

    static LicenceItem of(Clinic clinic, Practitioner practitioner, Collection<Licence> licences, Instant now) {
        String jurisdiction = clinic.place().jurisdiction();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of(clinic.place().zone()));
        Optional<Licence> longest = licences.stream()
                .filter(it -> it.revokedFor() == null && it.jurisdiction().equals(jurisdiction))
                .max(Comparator.comparing(Licence::validUntil));
        @Nullable LocalDate until = longest.map(Licence::validUntil).orElse(null);
        @Nullable Long left = until == null ? null : ChronoUnit.DAYS.between(today, until);
        return new LicenceItem(
                LICENCE,
                clinic.id(),
                practitioner.id(),
                practitioner.displayName(),
                jurisdiction,
                longest.map(Licence::id).orElse(null),
                until,
                left,
                longest.map(it -> state(it, today)).orElse(State.MISSING));
    }

    private static State state(Licence licence, LocalDate today) {
        if (today.isAfter(licence.validUntil())) {
            return State.EXPIRED;
        }
        return today.isBefore(licence.warnFrom()) ? State.VALID : State.EXPIRING;
    }

    @Override
    public String position() {
        return ComplianceItem.position(daysLeft == null ? NONE : daysLeft, clinicId, practitionerId);
    }
}
