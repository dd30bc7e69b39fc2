package io.hairline.contracts.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DemoIdsTests {

    @Test
    void staysTheSameForEver() {
        assertThat(DemoIds.clinic("BER").value()).isEqualTo("cln_01kdvdna00pj1xnymcarp7bgqr");
    }

    @Test
    void tellsEveryoneApart() {
        assertThat(IntStream.rangeClosed(1, 10_000).mapToObj(DemoIds::client)).doesNotHaveDuplicates();
        assertThat(DemoIds.chair("BER", 1)).isNotEqualTo(DemoIds.chair("BER", 2));
    }

    @Test
    void hasTwoYearsThatGrowAndHaveSeasons() {
        long[] days = IntStream.rangeClosed(1, DemoIds.CLIENTS)
                .mapToLong(DemoIds::daysSinceFirstVisit)
                .toArray();

        assertThat(days)
                .isSortedAccordingTo(java.util.Comparator.<Long>naturalOrder().reversed());
        assertThat(days[0]).isGreaterThan(720);
        assertThat(days[DemoPast.FIRST_CLIENTS]).isBetween(500L, 740L);
        assertThat(days[days.length - 1]).isLessThanOrEqualTo(1);
        long busy = LongStream.of(days).filter(it -> it <= 75).count();
        long quiet = LongStream.of(days).filter(it -> it > 167 && it <= 257).count();
        long yearBefore =
                LongStream.of(days).filter(it -> it > 365 && it <= 440).count();
        assertThat(busy).isGreaterThan(2 * quiet).isGreaterThan(yearBefore);
        assertThat(yearBefore).isGreaterThan(2 * quiet);
    }
}
