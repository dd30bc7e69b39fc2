package io.hairline.treatment.consultation.history;

import io.hairline.kit.Refusal;
import io.hairline.kit.input.Paragraphs;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the hair was lost, as the client tells it.
 *
 * @param sinceYear in which it began
 * @param earlierTreatments what was tried against it; empty if nothing was, absent if it wasn't asked
 */
public record HairLoss(
        @Nullable @Min(1900) @Max(2999) Integer sinceYear,
        @Nullable Course course,
        @Nullable @Size(max = 10) List<@NotNull EarlierTreatment> earlierTreatments,
        @Nullable @Size(max = 2_000) @Paragraphs String note) {

    public HairLoss {
        earlierTreatments = earlierTreatments == null ? null : Collections.unmodifiableList(earlierTreatments);
    }

    /** The same, with each earlier treatment once and in one order; what was sent is judged before. */
    public HairLoss eachOnce() {
        return new HairLoss(
                sinceYear,
                course,
                earlierTreatments == null
                        ? null
                        : earlierTreatments.stream().distinct().sorted().toList(),
                note);
    }

    /** How it goes on. */
    public enum Course {
        STABLE,
        SLOW,
        FAST,
        IN_EPISODES,
        GROWING_BACK
    }

    /** What was tried before. */
    public enum EarlierTreatment {
        MINOXIDIL,
        FINASTERIDE,
        PLATELET_RICH_PLASMA,
        LASER,
        HAIR_TRANSPLANT,
        MICROPIGMENTATION,
        HAIRPIECE_OR_FIBRES,
        OTHER
    }

    /** Refuses a beginning after this day. */
    public void requireBegunBy(LocalDate day) {
        if (sinceYear != null && sinceYear > day.getYear()) {
            throw Refusal.input("hairLoss.sinceYear", "can't be after " + day.getYear());
        }
    }
}
