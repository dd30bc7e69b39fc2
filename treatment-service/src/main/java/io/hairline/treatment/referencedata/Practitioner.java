package io.hairline.treatment.referencedata;

import io.hairline.contracts.PractitionerId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody who treats, and where that person is licensed to. */
@Document("practitioners")
@TypeAlias("practitioner")
public record Practitioner(
        @Id PractitionerId id,
        @Nullable String displayName,
        @Nullable Map<String, Licence> licences) {

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

    /** On a local day of a clinic in that jurisdiction. */
    public boolean isLicensed(String jurisdiction, LocalDate day) {
        return licences != null && licences.values().stream().anyMatch(it -> it.holds(jurisdiction, day));
    }
}
