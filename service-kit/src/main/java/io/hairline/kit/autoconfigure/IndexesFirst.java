package io.hairline.kit.autoconfigure;

import io.hairline.kit.Indexes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes every declared index before a consumer, the relay or the web server starts. */
final class IndexesFirst implements SmartLifecycle {

    private final MongoTemplate mongo;
    private final ObjectProvider<Indexes> indexes;
    private boolean running;

    IndexesFirst(MongoTemplate mongo, ObjectProvider<Indexes> indexes) {
        this.mongo = mongo;
        this.indexes = indexes;
    }

    @Override
    public void start() {
        indexes.forEach(it -> it.ensure(mongo.getDb()));
        running = true;
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
