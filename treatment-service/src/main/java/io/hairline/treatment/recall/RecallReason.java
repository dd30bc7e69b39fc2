package io.hairline.treatment.recall;

/** Why a batch is recalled. */
enum RecallReason {
    CONTAMINATED,
    MISLABELLED,
    FORBIDDEN_INGREDIENT,
    AUTHORITY_ORDER,
    MAKER_NOTICE,
    OTHER
}
