package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long things took, by how they ended. */
final class Timings {

    private final Histogram micros = new ConcurrentHistogram(60_000_000L, 3);
    private final Map<Integer, LongAdder> ends = new ConcurrentSkipListMap<>();

    void add(Duration took, int end) {
        micros.recordValue(Math.clamp(took.toNanos() / 1_000, 0, 60_000_000L));
        ends.computeIfAbsent(end, _ -> new LongAdder()).increment();
    }

    void add(Timings others) {
        micros.add(others.micros);
        others.ends.forEach(
                (end, count) -> ends.computeIfAbsent(end, _ -> new LongAdder()).add(count.sum()));
    }

    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    double most() {
        return micros.getMaxValue() / 1_000.0;
    }

    long count() {
        return micros.getTotalCount();
    }

    long ended(int how) {
        LongAdder count = ends.get(how);
        return count == null ? 0 : count.sum();
    }

    /** All that neither was granted (2xx) nor lost fairly (409). */
    long errors() {
        return ends.entrySet().stream()
                .filter(it -> it.getKey() / 100 != 2 && it.getKey() != 409)
                .mapToLong(it -> it.getValue().sum())
                .sum();
    }

    @Override
    public String toString() {
        Map<Integer, Long> plain = new TreeMap<>();
        ends.forEach((end, count) -> plain.put(end, count.sum()));
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms, %s",
                millisAt(50),
                millisAt(90),
                millisAt(99),
                millisAt(99.9),
                most(),
                plain);
    }
}
