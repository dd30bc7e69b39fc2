package io.hairline.treatment.sharing;

/** What a clinic may read the chart for. */
enum SharingPurpose {
    TREATMENT,
    SECOND_OPINION,
    TRANSFER
}
