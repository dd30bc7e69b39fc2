package io.hairline.treatment.referencedata;

import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.JurisdictionRules;
import io.hairline.contracts.headoffice.TrainingKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody who treats, and what that person is licensed and trained for. */
@Document("practitioners")
@TypeAlias("practitioner")
public record Practitioner(
        @Id PractitionerId id,
        @Nullable String displayName,
        @Nullable Map<String, Licence> licences,
        @Nullable Map<String, Training> trainings) {

    /**
     * A licence to work in a jurisdiction.
     *
     * @param validUntil the last local day it holds
     */
    public record Licence(String jurisdiction, LocalDate validFrom, LocalDate validUntil) {

        boolean holds(String where, LocalDate day) {
            return jurisdiction.equals(where) && !day.isBefore(validFrom) && !day.isAfter(validUntil);
        }
    }

    /**
     * A training that counts in a jurisdiction.
     *
     * @param validUntil the last local day it holds
     */
    public record Training(TrainingKind kind, String jurisdiction, LocalDate validFrom, LocalDate validUntil) {

        boolean holds(TrainingKind wanted, String where, LocalDate day) {
            return kind == wanted
                    && JurisdictionRules.covers(jurisdiction, where)
                    && !day.isBefore(validFrom)
                    && !day.isAfter(validUntil);
        }
    }

    /** What the jurisdiction asks for and the practitioner lacks on a local day. */
    public Set<TrainingKind> lacks(String jurisdiction, LocalDate day) {
        return JurisdictionRules.of(jurisdiction).training().stream()
                .filter(kind -> trainings == null
                        || trainings.values().stream().noneMatch(it -> it.holds(kind, jurisdiction, day)))
                .collect(Collectors.toSet());
    }

    /** On a local day of a clinic in that jurisdiction. */
    public boolean isLicensed(String jurisdiction, LocalDate day) {
        return licences != null && licences.values().stream().anyMatch(it -> it.holds(jurisdiction, day));
    }
}
