package io.hairline.treatment.lot;

/** Why what is left of a lot is thrown away. */
enum DisposalReason {
    EXPIRED,
    RECALLED,
    DAMAGED,
    CONTAMINATED,
    OTHER
}
