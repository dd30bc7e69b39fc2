package io.hairline.treatment.erasure;

import io.hairline.contracts.ClientId;

/** What one capability erases of a client at once, in the transaction that notes the erasure. */
public interface ClientErasureStep {

    /** What it is called in the report, such as {@code PHOTOS}. */
    String code();

    /**
     * Erases what is stored under this very id.
     *
     * @return how much there was; 0 keeps it out of the report
     */
    long erase(ClientId client);
}
