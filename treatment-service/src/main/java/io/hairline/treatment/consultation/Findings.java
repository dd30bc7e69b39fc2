package io.hairline.treatment.consultation;

import io.hairline.contracts.PhotoId;
import io.hairline.kit.Refusal;
import io.hairline.treatment.consultation.examination.ScalpExamination;
import io.hairline.treatment.consultation.history.Expectations;
import io.hairline.treatment.consultation.history.HairLoss;
import io.hairline.treatment.consultation.history.Wish;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was seen and what the client hopes for.
 *
 * @param norwood the pattern of a man's hair loss; of the two, one at most
 * @param ludwig the pattern of a woman's
 * @param hairline absent if none was drawn
 * @param hairLoss how it came to this; as the wish and the expectations, absent if it wasn't talked about
 * @param examination what the scalp shows beside the skin's type; absent in findings from before it was asked, and if left out
 */
public record Findings(
        Indication indication,
        @Nullable Norwood norwood,
        @Nullable Ludwig ludwig,
        Fitzpatrick fitzpatrick,
        Skin skin,
        String goals,
        @Nullable HairlineDesign hairline,
        @Nullable HairLoss hairLoss,
        @Nullable Wish wish,
        @Nullable Expectations expectations,
        @Nullable ScalpExamination examination) {

    public Findings {
        hairLoss = hairLoss == null ? null : hairLoss.eachOnce();
        examination = examination == null ? null : examination.eachOnce();
        boolean patternless = indication == Indication.SCAR
                || indication == Indication.ALOPECIA
                || indication == Indication.AFTER_CHEMOTHERAPY;
        if (norwood != null && ludwig != null) {
            throw Refusal.input("ludwig", "can't stand beside norwood; leave one of them out");
        }
        if (norwood == null && ludwig == null && !patternless) {
            throw Refusal.input("norwood", "is needed, or ludwig, for this indication");
        }
    }

    /** The picture of the hairline that was drawn. */
    @Nullable PhotoId hairlinePhoto() {
        return hairline == null ? null : hairline.photoId();
    }

    /** Refuses a history that begins after the clinic's day of the consultation. */
    void requireSense(LocalDate today) {
        if (hairLoss != null) {
            hairLoss.requireBegunBy(today);
        }
    }
}
