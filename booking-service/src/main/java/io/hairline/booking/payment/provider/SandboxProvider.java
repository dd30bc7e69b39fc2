package io.hairline.booking.payment.provider;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.hairline.contracts.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands for a card provider, with its faults. An amount that ends in .02 is declined, .03 is thought about for some
 * seconds, for .04 the money is taken but the answer gets lost, and for .05 the answer comes by calls that are repeated and
 * out of order. Refunds do the same for .92 to .95. What moved is kept in a collection of its own, once for each reference,
 * with how often it was asked for.
 */
@Component
class SandboxProvider implements PaymentProvider, DisposableBean {

    static final String BOOK = "sandbox_provider";

    private static final Duration THINKS_FOR = Duration.ofSeconds(3);
    private static final Duration CALLS_BACK_AFTER = Duration.ofMillis(200);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int REFUNDS = 90;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final ScheduledExecutorService calling = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sandbox-provider").daemon().factory());

    private volatile Optional<Callback> callback = Optional.empty();

    SandboxProvider(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** What an amount makes the provider do. */
    private enum Fault {
        NONE,
        DECLINES,
        THINKS,
        LOSES_THE_ANSWER,
        CALLS_BACK;

        static Fault of(Money amount, int from) {
            int cents =
                    amount.amount().remainder(BigDecimal.ONE).multiply(HUNDRED).intValue();
            return switch (cents - from) {
                case 2 -> DECLINES;
                case 3 -> THINKS;
                case 4 -> LOSES_THE_ANSWER;
                case 5 -> CALLS_BACK;
                default -> NONE;
            };
        }
    }

    @Override
    public Outcome charge(String reference, Money amount, Instant requestedAt) {
        return switch (Fault.of(amount, 0)) {
            case DECLINES -> new Outcome.Declined("INSUFFICIENT_FUNDS");
            case THINKS -> new Outcome.Thinking();
            case LOSES_THE_ANSWER -> {
                moved(reference, amount);
                yield new Outcome.Thinking();
            }
            case CALLS_BACK -> {
                moved(reference, amount);
                callBackOften(
                        it -> it.charged(reference, new Outcome.Captured()),
                        it -> it.charged(reference, new Outcome.Thinking()));
                yield new Outcome.Thinking();
            }
            case NONE -> captured(reference, amount);
        };
    }

    @Override
    public Outcome ask(String reference, Money amount, Instant requestedAt) {
        return switch (Fault.of(amount, 0)) {
            case DECLINES -> new Outcome.Declined("INSUFFICIENT_FUNDS");
            case THINKS -> isThinking(requestedAt) ? new Outcome.Thinking() : captured(reference, amount);
            case NONE, LOSES_THE_ANSWER, CALLS_BACK -> captured(reference, amount);
        };
    }

    private Outcome captured(String reference, Money amount) {
        moved(reference, amount);
        return new Outcome.Captured();
    }

    @Override
    public RefundOutcome refund(String reference, Money amount, Instant requestedAt) {
        return switch (Fault.of(amount, REFUNDS)) {
            case DECLINES -> new RefundOutcome.Failed("CARD_CLOSED");
            case THINKS ->
                isThinking(requestedAt) ? new RefundOutcome.Unknown() : done(moved(reference, amount), false);
            case LOSES_THE_ANSWER -> done(moved(reference, amount), true);
            case CALLS_BACK -> {
                moved(reference, amount);
                callBackOften(
                        it -> it.refunded(reference, new RefundOutcome.Done()),
                        it -> it.refunded(reference, new RefundOutcome.Unknown()));
                yield new RefundOutcome.Unknown();
            }
            case NONE -> done(moved(reference, amount), false);
        };
    }

    /** The first answer may get lost on its way; a repeat gets it. */
    private static RefundOutcome done(boolean first, boolean lost) {
        return first && lost ? new RefundOutcome.Unknown() : new RefundOutcome.Done();
    }

    private boolean isThinking(Instant requestedAt) {
        return clock.instant().isBefore(requestedAt.plus(THINKS_FOR));
    }

    /** Whether it was asked for the first time. */
    private boolean moved(String reference, Money amount) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A provider is called outside transactions: what it does can't be undone");
        }
        MongoDatabase database = mongo.getDb();
        return database.getCollection(BOOK)
                        .updateOne(
                                Filters.eq(reference),
                                Updates.combine(
                                        Updates.setOnInsert(new Document(
                                                        "amount",
                                                        amount.amount().toPlainString())
                                                .append("currency", amount.currency())),
                                        Updates.inc("asked", 1)),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    @Override
    public void callBack(Callback whom) {
        callback = Optional.of(whom);
    }

    private void callBackOften(Consumer<Callback> outcome, Consumer<Callback> stale) {
        var _ = calling.schedule(
                () -> callback.ifPresent(it -> {
                    outcome.accept(it);
                    stale.accept(it);
                    outcome.accept(it);
                }),
                CALLS_BACK_AFTER.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        calling.shutdown();
    }
}
