package io.hairline.treatment.consultation.examination;

import io.hairline.kit.input.Paragraphs;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scalp shows.
 *
 * @param signs each once, in one order; empty if there is nothing of the kind
 * @param note such as where a scar lies and how old it is
 */
public record ScalpExamination(
        @NotNull @Size(max = 10) List<@NotNull Sign> signs,
        @Nullable @Size(max = 2_000) @Paragraphs String note) {

    /** The same, with each sign once and in one order; what was sent is judged before. */
    public ScalpExamination eachOnce() {
        return new ScalpExamination(signs.stream().distinct().sorted().toList(), note);
    }

    /** What changes how dots are set, or how they heal. */
    public enum Sign {
        THIN_SKIN,
        THICK_SKIN,
        SCAR_TISSUE,
        /** The skin darkens where it was inflamed. */
        DARKENS_AFTER_INFLAMMATION,
        SCALY,
        INFLAMED,
        MOLES,
        EARLIER_PIGMENT
    }
}
