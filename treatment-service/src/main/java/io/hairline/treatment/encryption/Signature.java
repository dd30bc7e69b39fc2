package io.hairline.treatment.encryption;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A name under something, as it was typed or drawn.
 *
 * @param drawing a PNG as a data URL, of at most two megapixels and with a line in it
 * @param overrideReason why the clinic's staff take a name that isn't the client's, such as a form signed on paper;
 *     absent for everybody else
 */
public record Signature(
        @NotBlank @Size(max = 200) String signedName,

        @Nullable @Size(max = DrawnValidator.MOST_CHARACTERS) @Pattern(
                regexp = "data:image/png;base64,[A-Za-z0-9+/]+={0,2}",
                message = "must be a PNG as a data URL, data:image/png;base64,…")
        @Drawn
        String drawing,

        @Nullable @Size(min = 5, max = 500) String overrideReason) {}
