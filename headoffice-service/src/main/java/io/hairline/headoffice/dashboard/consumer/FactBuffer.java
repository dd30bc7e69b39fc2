package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.ClientId;
import io.hairline.headoffice.dashboard.projection.ClientFactsStore;
import io.hairline.headoffice.dashboard.projection.Fact;
import io.hairline.headoffice.dashboard.projection.Generation;
import io.hairline.kit.events.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers the facts of one transaction and stores them at its end, so that a poll costs as much as one event. */
@Component
class FactBuffer {

    private final ClientFactsStore clientFacts;
    private final SessionSpacing spacing;
    private final Transactions transactions;

    FactBuffer(ClientFactsStore clientFacts, SessionSpacing spacing, Transactions transactions) {
        this.clientFacts = clientFacts;
        this.spacing = spacing;
        this.transactions = transactions;
    }

    void add(ClientId client, Fact fact) {
        transactions.run(() -> bound(null)
                .facts()
                .computeIfAbsent(client, _ -> new ArrayList<>())
                .add(fact));
    }

    /** Has the facts of the transaction that is open stored in one generation alone; called before the first of them. */
    void into(Generation only) {
        bound(only);
    }

    /** The facts of a transaction, and the one generation they go into; null for all that are written. */
    private record Gathered(
            Map<ClientId, List<Fact>> facts, @Nullable Generation only) {}

    private Gathered bound(@Nullable Generation only) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered known) {
            return known;
        }
        Gathered gathered = new Gathered(new LinkedHashMap<>(), only);
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                spacing.fillIn(gathered.facts().values());
                if (only == null) {
                    clientFacts.add(gathered.facts());
                } else {
                    clientFacts.add(gathered.facts(), only);
                }
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(FactBuffer.this);
            }
        });
        return gathered;
    }
}
