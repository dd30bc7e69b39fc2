package io.hairline.treatment.consultation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The front line as it was drawn and the client approved it.
 *
 * @param browDistanceMillimetres from the brow to the line's middle
 * @param recessionMillimetres how far the temples lie behind it
 * @param shade in the practitioner's words, such as a pigment's name and number
 * @param approvedByClient a design that the client hasn't approved isn't recorded
 */
public record HairlineDesign(
        @NotNull Style style,
        @Nullable @Min(20) @Max(120) Integer browDistanceMillimetres,
        @Nullable @Min(0) @Max(60) Integer recessionMillimetres,
        @Nullable @Size(max = 100) String shade,

        @NotNull @AssertTrue(message = "must be true: a design is recorded once the client has approved it") Boolean approvedByClient) {

    /** How the line's edge looks. */
    public enum Style {
        SOFT,
        BROKEN,
        SHARP
    }
}
