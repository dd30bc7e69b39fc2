package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.ClientId;
import io.hairline.headoffice.dashboard.projection.ClientFactsStore;
import io.hairline.headoffice.dashboard.projection.Fact;
import io.hairline.headoffice.dashboard.projection.Generation;
import io.hairline.kit.events.TransactionBound;
import io.hairline.kit.events.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the facts of one transaction and stores them at its end, so that a poll costs as much as one event. */
@Component
class FactBuffer {

    private final ClientFactsStore clientFacts;
    private final SessionSpacing spacing;
    private final Transactions transactions;
    private final TransactionBound<Gathered> gathered = new TransactionBound<>(Gathered::new, this::store);

    FactBuffer(ClientFactsStore clientFacts, SessionSpacing spacing, Transactions transactions) {
        this.clientFacts = clientFacts;
        this.spacing = spacing;
        this.transactions = transactions;
    }

    /** The facts of a transaction, and the one generation they go into; null for all that are written. */
    private static final class Gathered {
        private final Map<ClientId, List<Fact>> facts = new LinkedHashMap<>();
        private @Nullable Generation only;
    }

    void add(ClientId client, Fact fact) {
        transactions.run(() -> gathered.get()
                .facts
                .computeIfAbsent(client, _ -> new ArrayList<>())
                .add(fact));
    }

    /** Has the facts of the transaction that is open stored in one generation alone. */
    void into(Generation only) {
        gathered.get().only = only;
    }

    private void store(Gathered all) {
        spacing.fillIn(all.facts.values());
        if (all.only == null) {
            clientFacts.add(all.facts);
        } else {
            clientFacts.add(all.facts, all.only);
        }
    }
}
