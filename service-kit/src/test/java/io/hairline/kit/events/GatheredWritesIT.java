package io.hairline.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.kit.counter.TestWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheredWritesIT {

    private final TestWorld world = TestWorld.fresh();
    private final List<List<Integer>> written = new ArrayList<>();
    private final GatheredWrites<Integer> writes = new GatheredWrites<>(world.transactions(), written::add);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void writesAllOfATransactionAtItsEnd() {
        world.transactions().run(() -> {
            writes.add(1);
            writes.add(2);
            assertThat(written).isEmpty();
        });
        writes.add(3);

        assertThat(written).containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void writesWhatAReadMustSeeBeforeIt() {
        world.transactions().run(() -> {
            writes.add(1);
            writes.flush();
            assertThat(written).containsExactly(List.of(1));
            writes.flush();
            writes.add(2);
        });

        assertThat(written).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void writesNothingOfATransactionThatFails() {
        Runnable failing = () -> {
            writes.add(1);
            throw new IllegalStateException("no");
        };
        assertThatThrownBy(() -> world.transactions().run(failing)).isInstanceOf(IllegalStateException.class);
        writes.add(2);

        assertThat(written).containsExactly(List.of(2));
    }
}
