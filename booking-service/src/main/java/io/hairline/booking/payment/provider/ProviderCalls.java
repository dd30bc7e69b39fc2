package io.hairline.booking.payment.provider;

import io.hairline.contracts.Money;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps calls of the payment provider out of transactions: a call runs after the commit of what it answers, on a thread of
 * its own, so that a slow provider holds up neither a transaction nor other due work. A call that is lost with the process
 * is made again by the due work that the same transaction asked for.
 */
@Component
public class ProviderCalls implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ProviderCalls.class);
    private static final int AT_ONCE = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("payment-provider-", 0).daemon().factory());

    private final PaymentProvider provider;

    ProviderCalls(PaymentProvider provider) {
        this.provider = provider;
    }

    /** Outside any transaction; a call that fails may have reached the provider, which is asked again. */
    public PaymentProvider.Outcome charge(String reference, Money amount, Instant requestedAt) {
        try {
            return provider.charge(reference, amount, requestedAt);
        } catch (RuntimeException e) {
            log.warn("charge outcome unknown reference={} reason={}", reference, e.toString());
            return new PaymentProvider.Outcome.Thinking();
        }
    }

    /** Outside any transaction; a call that fails may have reached the provider, so its outcome is unknown. */
    public PaymentProvider.RefundOutcome refund(String reference, Money amount, Instant requestedAt) {
        try {
            return provider.refund(reference, amount, requestedAt);
        } catch (RuntimeException e) {
            log.warn("refund outcome unknown reference={} reason={}", reference, e.toString());
            return new PaymentProvider.RefundOutcome.Unknown();
        }
    }

    /** In the transaction that is open; nothing is called if it is undone. */
    public void afterCommit(Runnable call) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                soon(call);
            }
        });
    }

    private void soon(Runnable call) {
        threads.execute(() -> {
            try {
                call.run();
            } catch (RuntimeException e) {
                log.warn("payment provider call failed; due work makes it again", e);
            }
        });
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
