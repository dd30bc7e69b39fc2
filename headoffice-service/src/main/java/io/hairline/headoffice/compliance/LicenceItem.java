package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.licence.Licence;
import io.hairline.headoffice.practitioner.Practitioner;
import io.hairline.kit.Refusal;
import io.hairline.kit.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner's licence for a clinic.
 *
 * @param licenceId the one that holds longest there; absent if there is none
 * @param daysLeft whole local days of the clinic after today on which it holds; negative once it has ended
 */
record LicenceItem(
        String kind,
        ClinicId clinicId,
        PractitionerId practitionerId,
        String displayName,
        String jurisdiction,
        @Nullable LicenceId licenceId,
        @Nullable LocalDate validUntil,
        @Nullable Long daysLeft,
        State state) {

    /** How much time is left. */
    enum State {
        MISSING,
        EXPIRED,
        EXPIRING,
        VALID
    }

    private static final String LICENCE = "LICENCE";
    /** Renewing one takes weeks. */
    private static final int WARNING_DAYS = 60;

    private static final long NONE = -1_000_000;
    private static final int OFFSET = 10_000_000;
    private static final Pattern POSITION = Pattern.compile("\\d{8}\\|.+");

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
                state(left));
    }

    private static State state(@Nullable Long daysLeft) {
        if (daysLeft == null) {
            return State.MISSING;
        }
        if (daysLeft < 0) {
            return State.EXPIRED;
        }
        return daysLeft <= WARNING_DAYS ? State.EXPIRING : State.VALID;
    }

    /** The position that a cursor of this list stands for. */
    static @Nullable String position(@Nullable String cursor) {
        String position = Page.position(cursor);
        if (position != null && !POSITION.matcher(position).matches()) {
            throw Refusal.input("cursor", "is not one we gave out; start again without it");
        }
        return position;
    }

    /** Where it stands in the list: the most urgent first. */
    String position() {
        long days = OFFSET + (daysLeft == null ? NONE : daysLeft);
        return String.format(Locale.ROOT, "%08d|%s|%s", days, clinicId, practitionerId);
    }
}
