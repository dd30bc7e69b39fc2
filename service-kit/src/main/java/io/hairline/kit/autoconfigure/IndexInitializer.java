package io.hairline.kit.autoconfigure;

import com.mongodb.client.MongoDatabase;
import io.hairline.kit.Indexes;
import io.hairline.kit.events.Failures;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Makes every declared index before a consumer, the relay or the web server starts. It tries again for a while if MongoDB is
 * away or too busy to answer: a machine on which everything starts at once is slow. What speaks to MongoDB while beans are
 * made comes before it and isn't spared; nothing of the kit does.
 */
final class IndexInitializer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexInitializer.class);
    private static final RetryPolicy PATIENCE = RetryPolicy.builder()
            .maxRetries(Long.MAX_VALUE)
            .timeout(Duration.ofMinutes(1))
            .delay(Duration.ofMillis(500))
            .predicate(Failures::areAway)
            .build();

    /** A new index over the documents of years takes far longer than any other call may. */
    private static final Duration LONGEST_BUILD = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final ObjectProvider<Indexes> indexes;
    private boolean running;

    IndexInitializer(MongoTemplate mongo, ObjectProvider<Indexes> indexes) {
        this.mongo = mongo;
        this.indexes = indexes;
    }

    @Override
    public void start() {
        RetryTemplate patiently = new RetryTemplate(PATIENCE);
        patiently.setRetryListener(new Waiting());
        patiently.invoke(() -> {
            MongoDatabase database = mongo.getDb().withTimeout(LONGEST_BUILD.toMillis(), TimeUnit.MILLISECONDS);
            indexes.forEach(it -> it.ensure(database));
        });
        running = true;
    }

    private static final class Waiting implements RetryListener {
        @Override
        public void onRetryFailure(RetryPolicy policy, Retryable<?> retryable, Throwable failure) {
            log.warn("MongoDB doesn't answer yet reason={}", failure.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
