package io.hairline.kit.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers what a transaction is to write and writes it at its end at once, so that a poll of events costs as much as one. */
public final class GatheredWrites<T> {

    private final Transactions transactions;
    private final Consumer<List<T>> write;

    /** @param write is handed what was gathered, in its order; never nothing */
    public GatheredWrites(Transactions transactions, Consumer<List<T>> write) {
        this.transactions = transactions;
        this.write = write;
    }

    /** Joins the transaction that is open, or has one of its own. */
    public void add(T it) {
        transactions.run(() -> {
            gathered().add(it);
        });
    }

    /** Writes what was gathered so far, for a read that must see it. */
    public void flush() {
        transactions.run(() -> writeAll(gathered()));
    }

    private void writeAll(List<T> gathered) {
        if (!gathered.isEmpty()) {
            List<T> now = List.copyOf(gathered);
            gathered.clear();
            write.accept(now);
        }
    }

    @SuppressWarnings("unchecked") // only this puts something there
    private List<T> gathered() {
        if (TransactionSynchronizationManager.getResource(this) instanceof List<?> known) {
            return (List<T>) known;
        }
        List<T> gathered = new ArrayList<>();
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                writeAll(gathered);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(GatheredWrites.this);
            }
        });
        return gathered;
    }
}
