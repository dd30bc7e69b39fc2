package io.hairline.treatment.readiness;

/** What must be there before a session, in the order in which it is asked for. */
public enum StepCode {
    CONSENT(Doer.CLIENT),
    QUESTIONNAIRE(Doer.CLIENT),
    ALLERGY(Doer.PRACTITIONER),
    PATCH_TEST(Doer.PRACTITIONER),
    IDENTITY(Doer.FRONT_DESK),
    PLAN(Doer.CLIENT),
    HAIRLINE(Doer.CLIENT),
    SESSION_ORDER(Doer.FRONT_DESK),
    DIARY(Doer.FRONT_DESK),
    APPOINTMENT_DAY(Doer.FRONT_DESK),
    HEALING_GAP(Doer.FRONT_DESK),
    HEALING(Doer.PRACTITIONER),
    LICENCE(Doer.HEAD_OFFICE),
    TRAINING(Doer.HEAD_OFFICE),
    LOT(Doer.PRACTITIONER);

    /** Who brings it. */
    public enum Doer {
        CLIENT,
        PRACTITIONER,
        FRONT_DESK,
        HEAD_OFFICE
    }

    private final Doer doer;

    StepCode(Doer doer) {
        this.doer = doer;
    }

    Doer doer() {
        return doer;
    }
}
