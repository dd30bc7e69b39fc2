package io.hairline.treatment.lot;

/** Why nothing may be drawn from a lot for now. */
enum QuarantineReason {
    DAMAGED,
    SUSPECTED_CONTAMINATION,
    STORED_WRONGLY,
    ADVERSE_EVENT,
    OTHER
}
