package io.hairline.treatment.plan;

import io.hairline.treatment.consultation.Findings;
import io.hairline.treatment.consultation.Indication;
import io.hairline.treatment.consultation.Skin;
import io.hairline.treatment.consultation.examination.ScalpExamination;
import io.hairline.treatment.consultation.examination.ScalpExamination.Sign;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How many sessions a course usually takes, by what the consultation found: three, and a fourth where colour is harder to build up.
 * Seen in the trade: two to four (smphaircreations), three and more (7dermacenter).
 *
 * @param sessions from one to four; a proposal may have another number
 * @param reasons why it is this number, at least one
 */
record CourseSuggestion(int sessions, List<Reason> reasons) {

    private static final int USUAL = 3;

    CourseSuggestion {
        reasons = List.copyOf(reasons);
    }

    /** Why a course has so many sessions. */
    enum Reason {
        /** Nothing found asks for more than most courses have. */
        USUAL,
        ALOPECIA,
        SCAR,
        DRY_THICK_SKIN
    }

    static CourseSuggestion of(Findings found) {
        Set<Reason> harder = EnumSet.noneOf(Reason.class);
        if (found.indication() == Indication.ALOPECIA) {
            harder.add(Reason.ALOPECIA);
        }
        if (found.indication() == Indication.SCAR || shows(found, Sign.SCAR_TISSUE)) {
            harder.add(Reason.SCAR);
        }
        if (found.skin() == Skin.DRY && shows(found, Sign.THICK_SKIN)) {
            harder.add(Reason.DRY_THICK_SKIN);
        }
        return harder.isEmpty()
                ? new CourseSuggestion(USUAL, List.of(Reason.USUAL))
                : new CourseSuggestion(USUAL + 1, List.copyOf(harder));
    }

    private static boolean shows(Findings found, Sign sign) {
        ScalpExamination examination = found.examination();
        return examination != null && examination.signs().contains(sign);
    }
}
