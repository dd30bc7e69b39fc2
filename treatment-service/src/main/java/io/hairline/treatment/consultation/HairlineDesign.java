package io.hairline.treatment.consultation;

import io.hairline.contracts.PhotoId;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The front line as it was drawn. The client approves it by signature, see {@code POST /consultations/{id}/hairline-approval}.
 *
 * @param browDistanceMillimetres from the brow to the line's middle
 * @param recessionMillimetres how far the temples lie behind it
 * @param shade in the practitioner's words, such as a pigment's name and number
 * @param photoId a photo of the client that shows the line as it was drawn on the scalp; with it the client signs that picture
 * @param approvedByClient what programs told before there was a signature; no longer kept, and false is refused as before
 */
public record HairlineDesign(
        @NotNull Style style,
        @Nullable @Min(20) @Max(120) Integer browDistanceMillimetres,
        @Nullable @Min(0) @Max(60) Integer recessionMillimetres,
        @Nullable @Size(max = 100) String shade,
        @Nullable PhotoId photoId,

        @Nullable @AssertTrue(message = "must be true or left out: the client approves the design by signature") Boolean approvedByClient) {

    public HairlineDesign {
        approvedByClient = Boolean.FALSE.equals(approvedByClient) ? approvedByClient : null;
    }

    /** How the line's edge looks. */
    public enum Style {
        SOFT,
        BROKEN,
        SHARP
    }
}
