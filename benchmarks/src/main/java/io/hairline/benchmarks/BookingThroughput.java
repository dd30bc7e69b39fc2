package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** P7: how many bookings a second go through before the slowest hundredth takes half a second. */
final class BookingThroughput implements Benchmark {

    private static final double P99_MILLIS = 500;
    private static final double STEP = 1.2;
    private static final int BARE_THREADS = 16;

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) {
        Duration length = lab.length(Duration.ofSeconds(8), Duration.ofSeconds(30));
        double before = bare(lab, length);
        double best = 0;
        String how = "nothing held";
        for (double rate = 60; ; rate *= STEP) {
            Timings timings = OpenLoop.paced(rate, length, _ -> lab.book());
            lab.say(String.format(Locale.ROOT, "%.0f/s: %s", rate, timings));
            if (timings.millisAt(99) > P99_MILLIS || timings.ended(201) < timings.count()) {
                break;
            }
            best = rate;
            how = timings.toString();
        }
        double after = bare(lab, length);
        double ratio = best / Math.max(before, after);
        return new Result(
                id(),
                "most bookings a second over HTTP with p99 <= 500 ms",
                ">= half of the bare driver's same transaction in the same run",
                String.format(Locale.ROOT, "%.0f/s (%s), %.2f of the bare driver", best, how, ratio),
                String.format(
                        Locale.ROOT,
                        "bare driver, %d threads: %.0f/s before, %.0f/s after",
                        BARE_THREADS,
                        before,
                        after),
                ratio >= 0.5);
    }

    private static double bare(BenchmarkEnvironment lab, Duration length) {
        try (BareDriver driver = new BareDriver(lab.mongoUri())) {
            driver.perSecond(BARE_THREADS, Duration.ofSeconds(3));
            return driver.perSecond(BARE_THREADS, length);
        }
    }
}
