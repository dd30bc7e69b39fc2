package io.hairline.kit.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerLagTests {

    private final ConsumerLag lag = new ConsumerLag();

    @Test
    void waitsForAllThatWasThereAtTheStart() {
        assertThat(looks(0, 10, 3)).isFalse();
        assertThat(looks(60, 500, 9)).isFalse();
        assertThat(lag.hasCaughtUp()).isFalse();
        assertThat(looks(61, 500, 10)).isTrue();
        assertThat(lag.hasCaughtUp()).isTrue();
    }

    @Test
    void fallsOnceTheConsumerHasStoodForHalfAMinute() {
        assertThat(looks(0, 10, 10)).isTrue();
        assertThat(looks(5, 11, 10)).isTrue();
        assertThat(looks(34, 12, 10)).isTrue();

        assertThat(looks(35, 12, 10)).isFalse();

        assertThat(looks(40, 12, 11)).isTrue();
        assertThat(looks(65, 12, 11)).isFalse();
        assertThat(looks(66, 12, 12)).isTrue();
    }

    @Test
    void staysWhileItIsAFewSecondsBehindForever() {
        for (int second = 0; second < 300; second += 5) {
            assertThat(looks(second, 100 + second, 100 + Math.max(0, second - 25)))
                    .isTrue();
        }
    }

    @Test
    void counts() {
        assertThat(ConsumerLag.behind(at(3), at(10))).isEqualTo(7);
        assertThat(ConsumerLag.behind(at(12), at(10))).isZero();
        assertThat(ConsumerLag.behind(Map.of(), at(10))).isEqualTo(10);
    }

    private boolean looks(int second, long end, long committed) {
        return lag.isFresh(Duration.ofSeconds(second).toNanos(), at(end), at(committed));
    }

    private static Map<TopicPartition, Long> at(long offset) {
        return Map.of(new TopicPartition("booking.events", 0), offset);
    }
}
