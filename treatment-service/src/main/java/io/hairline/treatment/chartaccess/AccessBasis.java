package io.hairline.treatment.chartaccess;

/** Why somebody may read a chart, the strongest reason first. */
public enum AccessBasis {
    /** The client booked a visit at the reader's clinic that is still to come or lasts: the client, and not the clinic. */
    CLIENT_BOOKING,
    /** The client gave the reader's clinic a sharing pass. */
    SHARING_PASS,
    /** The client has signed that other clinics may read the chart, and has an appointment at the reader's clinic. */
    SHARING_CONSENT,
    /** The reader has given a reason, and the client and the region are told. */
    EMERGENCY,
    /** The client belongs to the reader's clinic, which reads what it wrote itself; the rest of the chart stays closed. */
    HOME_CLINIC,
    /** The same for a clinic where the client doesn't belong, and has or had an appointment. */
    OWN_ENTRIES
}
