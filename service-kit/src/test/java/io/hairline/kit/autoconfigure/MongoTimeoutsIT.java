package io.hairline.kit.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.hairline.kit.counter.TestWorld;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.SecretKeyFactorySpi;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MongoTimeoutsIT {

    private static final String HASH = "PBKDF2WithHmacSHA256";

    @Test
    void hashesThePasswordForTheFirstConnectionAlone() {
        Provider counting = new CountingProvider();
        try (TestWorld world = TestWorld.fresh();
                MongoClient client = TestWorld.client(world.uri())) {
            MongoDatabase database = client.getDatabase(world.database().getName());
            CountingHash.COUNT.set(0);
            Security.insertProviderAt(counting, 1);
            database.runCommand(new Document("ping", 1));

            try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int connection = 0; connection < 5; connection++) {
                    atOnce.execute(() -> occupyOne(database));
                }
            }

            assertThat(CountingHash.COUNT).hasValue(1);
        } finally {
            Security.removeProvider(counting.getName());
        }
    }

    private static void occupyOne(MongoDatabase database) {
        try (var changes =
                database.watch().maxAwaitTime(500, TimeUnit.MILLISECONDS).cursor()) {
            assertThat(changes.tryNext()).isNull();
        }
    }

    private static final class CountingProvider extends Provider {
        CountingProvider() {
            super("counting", "1", "counts how often a password is hashed");
            put("SecretKeyFactory." + HASH, CountingHash.class.getName());
        }
    }

    public static final class CountingHash extends SecretKeyFactorySpi {

        static final AtomicInteger COUNT = new AtomicInteger();

        private final SecretKeyFactory real;

        public CountingHash() throws GeneralSecurityException {
            real = SecretKeyFactory.getInstance(HASH, "SunJCE");
        }

        @Override
        protected SecretKey engineGenerateSecret(KeySpec spec) throws InvalidKeySpecException {
            COUNT.incrementAndGet();
            return real.generateSecret(spec);
        }

        @Override
        protected KeySpec engineGetKeySpec(SecretKey key, Class<?> spec) throws InvalidKeySpecException {
            return real.getKeySpec(key, spec);
        }

        @Override
        protected SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException {
            return real.translateKey(key);
        }
    }
}
