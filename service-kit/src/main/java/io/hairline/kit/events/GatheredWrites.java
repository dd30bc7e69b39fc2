package io.hairline.kit.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers what a transaction is to write and writes it at its end at once, so that a poll of events costs as much as one. */
public final class GatheredWrites<T> {

    private final Transactions transactions;
    private final Consumer<List<T>> write;
    private final TransactionBound<List<T>> gathered = new TransactionBound<>(ArrayList::new, this::writeAll);

    /** @param write is handed what was gathered, in its order; never nothing */
    public GatheredWrites(Transactions transactions, Consumer<List<T>> write) {
        this.transactions = transactions;
        this.write = write;
    }

    /** Joins the transaction that is open, or has one of its own. */
    public void add(T it) {
        transactions.run(() -> {
            gathered.get().add(it);
        });
    }

    /** Writes what was gathered so far, for a read that must see it. */
    public void flush() {
        transactions.run(() -> writeAll(gathered.get()));
    }

    private void writeAll(List<T> all) {
        if (!all.isEmpty()) {
            List<T> now = List.copyOf(all);
            all.clear();
            write.accept(now);
        }
    }
}
