package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.ClientId;
import io.hairline.headoffice.dashboard.projection.ClientFactsStore;
import io.hairline.headoffice.dashboard.projection.Fact;
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
    private final Transactions transactions;

    FactBuffer(ClientFactsStore clientFacts, Transactions transactions) {
        this.clientFacts = clientFacts;
        this.transactions = transactions;
    }

    void tell(ClientId client, Fact fact) {
        transactions.run(
                () -> gathered().computeIfAbsent(client, _ -> new ArrayList<>()).add(fact));
    }

    @SuppressWarnings("unchecked") // only this class binds something under itself
    private Map<ClientId, List<Fact>> gathered() {
        @Nullable Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Map<ClientId, List<Fact>>) bound;
        }
        Map<ClientId, List<Fact>> gathered = new LinkedHashMap<>();
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                clientFacts.tell(gathered);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(FactBuffer.this);
            }
        });
        return gathered;
    }
}
