package io.hairline.headoffice.training;

import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.kit.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says.
 *
 * @param jurisdiction where it counts; a country's counts in all its parts
 * @param issuedOn the first local day it holds
 * @param validUntil the last local day it holds
 * @param certificate its number; absent where it has none
 */
public record TrainingFacts(
        TrainingKind kind,
        String jurisdiction,
        LocalDate issuedOn,
        LocalDate validUntil,
        @Nullable String certificate) {

    public TrainingFacts {
        if (validUntil.isBefore(issuedOn)) {
            throw Refusal.input("validUntil", "must not be before \"issuedOn\"");
        }
    }
}
