package io.hairline.kit.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.hairline.kit.Indexes;
import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.testing.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

class IndexInitializerIT {

    private static final String COLLECTION = "late";
    private static final Indexes INDEXES =
            database -> database.getCollection(COLLECTION).createIndex(new Document("name", 1));

    /** Longer than the driver looks for a server. */
    private static final Duration OUTAGE = Duration.ofSeconds(3);

    @Test
    void waitForADatabaseThatComesLater() {
        try (TestWorld world = TestWorld.fresh();
                Wire wire = new Wire(world.uri());
                MongoClient client = TestWorld.client(wire.uri())) {
            wire.cut();
            Executor later = CompletableFuture.delayedExecutor(OUTAGE.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> mending = CompletableFuture.runAsync(wire::mend, later);

            new IndexInitializer(
                            new MongoTemplate(client, world.database().getName()),
                            new StaticListableBeanFactory(Map.of("indexes", INDEXES)).getBeanProvider(Indexes.class))
                    .start();

            assertThat(mending).isCompleted();
            assertThat(world.database().getCollection(COLLECTION).listIndexes().map(it -> it.getString("name")))
                    .contains("name_1");
        }
    }
}
