package io.hairline.kit.work;

/** What is done when one kind of work falls due. */
public interface DueWorkHandler {

    String kind();

    /**
     * Called inside a transaction that also strikes the item off; it may be called again if that transaction fails. What it
     * throws is tried again, after longer and longer pauses, and parked in the end.
     *
     * @throws PermanentFailure if another try can't succeed
     */
    void run(DueItem item);
}
