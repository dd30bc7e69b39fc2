package io.hairline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.testing.Wire;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;

class LateDatabaseIT {

    /** Longer than the driver looks for a server. */
    private static final Duration OUTAGE = Duration.ofSeconds(3);

    /** MongoDB is away while the beans are made and for a while after. */
    @Test
    void startsBeforeItsDatabase() throws Exception {
        try (Wire wire = new Wire(TestInfrastructure.get().mongoUri("identity"))) {
            wire.cut();
            SmartInitializingSingleton mending = () -> later().execute(wire::mend);

            try (Instance late = Instance.start(
                    Map.of("hairline.mongodb.uri", wire.uri()),
                    context -> context.registerBean(SmartInitializingSingleton.class, () -> mending))) {
                assertThat(new Browser("198.51.100.77")
                                .get(late.at("/oauth2/jwks"))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
        assertThat(World.DATABASE.getCollection("login_sessions").listIndexes().map(it -> it.getString("name")))
                .containsExactlyInAnyOrder("_id_", "expireAt", "principal_1");
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(OUTAGE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
