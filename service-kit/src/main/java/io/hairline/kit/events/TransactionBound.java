package io.hairline.kit.events;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Something that each transaction has of its own and handles at its end. */
public final class TransactionBound<T> {

    private final Supplier<T> first;
    private final Consumer<T> atTheEnd;

    /**
     * What is made and handled.
     *
     * @param first makes what a transaction begins with
     * @param atTheEnd handles it before the commit; not called if the transaction is rolled back
     */
    public TransactionBound(Supplier<T> first, Consumer<T> atTheEnd) {
        this.first = first;
        this.atTheEnd = atTheEnd;
    }

    /**
     * That of the transaction that is open.
     *
     * @throws IllegalStateException if none is
     */
    @SuppressWarnings("unchecked") // only this puts something there
    public T get() {
        Object known = TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return (T) known;
        }
        T made = first.get();
        TransactionSynchronizationManager.bindResource(this, made);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                atTheEnd.accept(made);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(TransactionBound.this);
            }
        });
        return made;
    }
}
