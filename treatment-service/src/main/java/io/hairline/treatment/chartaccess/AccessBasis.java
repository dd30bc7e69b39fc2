package io.hairline.treatment.chartaccess;

/** Why somebody may read a chart, the strongest reason first. */
public enum AccessBasis {
    /** The reader works in the clinic where the client belongs. */
    HOME_CLINIC,
    /** The client booked an appointment at the reader's clinic: the client, and not the clinic. */
    CLIENT_BOOKING,
    /** The client gave the reader's clinic a sharing pass. */
    SHARING_PASS,
    /** The client has signed that other clinics may read the chart, and has an appointment at the reader's clinic. */
    SHARING_CONSENT,
    /** The reader has given a reason, and the client and the region are told. */
    EMERGENCY,
    /** The reader's clinic wrote these entries itself; the rest of the chart stays closed. */
    OWN_ENTRIES
}
