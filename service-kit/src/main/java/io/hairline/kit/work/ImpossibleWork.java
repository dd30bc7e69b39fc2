package io.hairline.kit.work;

/** Thrown by a {@link DueWorkHandler} for work that can never succeed: it is parked at once instead of tried again. */
public final class ImpossibleWork extends RuntimeException {

    /**
     * Says why.
     *
     * @param reason for an operator; ids and codes, no personal data
     */
    public ImpossibleWork(String reason) {
        super(reason);
    }
}
