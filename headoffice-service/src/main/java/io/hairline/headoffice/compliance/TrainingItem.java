package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.TrainingId;
import io.hairline.contracts.headoffice.JurisdictionRules;
import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.compliance.LicenceItem.State;
import io.hairline.headoffice.practitioner.Practitioner;
import io.hairline.headoffice.training.Training;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner's training for a clinic: each that its jurisdiction asks for, and each other that was recorded for it.
 *
 * @param trainingId the one that holds longest there; absent if there is none
 * @param daysLeft whole local days of the clinic after today on which it holds; negative once it has ended
 */
record TrainingItem(
        @Schema(allowableValues = TrainingItem.TRAINING) String kind,
        ClinicId clinicId,
        PractitionerId practitionerId,
        String displayName,
        TrainingKind training,
        String jurisdiction,
        @Nullable TrainingId trainingId,
        @Nullable LocalDate validUntil,
        @Nullable Long daysLeft,
        State state)
        implements ComplianceItem {

    static final String TRAINING = "TRAINING";
    private static final long NONE = -1_000_000;

    static Stream<TrainingItem> of(
            Clinic clinic, Practitioner practitioner, Collection<Training> trainings, Instant now) {
        String jurisdiction = clinic.place().jurisdiction();
        Set<TrainingKind> asked = JurisdictionRules.of(jurisdiction).training();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of(clinic.place().zone()));
        return Arrays.stream(TrainingKind.values()).flatMap(kind -> {
            Optional<Training> longest = trainings.stream()
                    .filter(it -> it.counts(kind, jurisdiction))
                    .max(Comparator.comparing(it -> it.facts().validUntil()));
            return longest.isPresent() || asked.contains(kind)
                    ? Stream.of(item(clinic, practitioner, kind, longest.orElse(null), today))
                    : Stream.empty();
        });
    }

    private static TrainingItem item(
            Clinic clinic, Practitioner practitioner, TrainingKind kind, @Nullable Training it, LocalDate today) {
        return new TrainingItem(
                TRAINING,
                clinic.id(),
                practitioner.id(),
                practitioner.displayName(),
                kind,
                clinic.place().jurisdiction(),
                it == null ? null : it.id(),
                it == null ? null : it.facts().validUntil(),
                it == null ? null : ChronoUnit.DAYS.between(today, it.facts().validUntil()),
                it == null ? State.MISSING : state(it, today));
    }

    private static State state(Training training, LocalDate today) {
        if (today.isAfter(training.facts().validUntil())) {
            return State.EXPIRED;
        }
        return today.isBefore(training.warnFrom()) ? State.VALID : State.EXPIRING;
    }

    @Override
    public String position() {
        return ComplianceItem.position(daysLeft == null ? NONE : daysLeft, clinicId, practitionerId + "|" + training);
    }
}
