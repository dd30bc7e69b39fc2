package io.hairline.treatment.chartentry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client doesn't tolerate.
 *
 * @param substanceName such as a product's name; absent if the code says it all
 * @param sinceYear in which it was first noticed
 */
public record Allergy(
        @NotNull Substance substance,
        @Nullable @Size(max = 100) String substanceName,
        @NotNull Reaction reaction,
        @NotNull Severity severity,
        @Nullable @Min(1900) @Max(2999) Integer sinceYear,
        @NotNull Source saidBy) {

    /** Whether it is against what every treatment, or every numbing, brings onto the skin. */
    @JsonIgnore
    public boolean isOfMaterial() {
        return substance == Substance.PIGMENT || substance == Substance.NUMBING_AGENT;
    }

    /** What it is. */
    public enum Substance {
        PIGMENT,
        NUMBING_AGENT,
        ANTISEPTIC,
        LATEX,
        METAL,
        ADHESIVE,
        MEDICINE,
        OTHER
    }

    /** What it does. */
    public enum Reaction {
        RASH,
        ITCHING,
        SWELLING,
        BREATHING,
        ANAPHYLAXIS,
        OTHER
    }

    /** How strongly. */
    public enum Severity {
        MILD,
        MODERATE,
        SEVERE
    }

    /** From whom the clinic knows. */
    public enum Source {
        CLIENT,
        RELATIVE,
        DOCTOR,
        SEEN_IN_CLINIC
    }
}
