package io.hairline.kit.work;

/** Thrown by a {@link DueWorkHandler} for work that can never succeed: it is parked at once instead of tried again. */
public final class PermanentFailure extends RuntimeException {

    /**
     * Says why.
     *
     * @param reason for an operator; ids and codes, no personal data
     */
    public PermanentFailure(String reason) {
        super(reason);
    }
}
