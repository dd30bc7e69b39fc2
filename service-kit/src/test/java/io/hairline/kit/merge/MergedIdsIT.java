package io.hairline.kit.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClientId;
import io.hairline.kit.Ids;
import io.hairline.kit.counter.TestWorld;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class MergedIdsIT {

    private static final int MERGES = 60;
    private static final int READERS = 4;

    @Test
    void knowsItsOwnMergesAtOnceWhileOthersLook() {
        try (TestWorld world = TestWorld.fresh()) {
            MergedIds.ensure(world.mongo().getDb());
            MergedIds merged = new MergedIds(world.mongo());
            AtomicBoolean done = new AtomicBoolean();
            try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
                for (int reader = 0; reader < READERS; reader++) {
                    readers.execute(() -> {
                        while (!done.get()) {
                            merged.survivor(client());
                            LockSupport.parkNanos(20_000);
                        }
                    });
                }
                try {
                    for (int number = 0; number < MERGES; number++) {
                        ClientId twin = client();
                        ClientId survivor = client();
                        world.transactions().run(() -> {
                            merged.note(twin, survivor);
                            return null;
                        });
                        assertThat(merged.survivor(twin)).isEqualTo(survivor);
                    }
                } finally {
                    done.set(true);
                }
            }
        }
    }

    private static ClientId client() {
        return new ClientId(Ids.next(ClientId.PREFIX));
    }
}
