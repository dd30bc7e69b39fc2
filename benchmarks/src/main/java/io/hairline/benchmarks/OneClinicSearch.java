package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** P1: the free times of a month in one clinic with ten practitioners and a long past, fifty times a second. */
final class OneClinicSearch implements Benchmark {

    private static final int RATE = 50;
    private static final double P99_MILLIS = 25;
    private static final int PAST = 100_000;
    private static final Duration BARE = Duration.ofSeconds(20);

    @Override
    public String id() {
        return "P1";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws Exception {
        try (Searches searches = new Searches(lab)) {
            searches.withPast(PAST);
            int end = Searches.FIRST_CLINIC + 1;
            searches.book(Searches.FIRST_CLINIC, end, Searches.SEARCHED, Searches.MONTH, false);
            searches.paced(RATE, Duration.ofSeconds(20), searches.month());
            Timings timings =
                    searches.paced(RATE, lab.length(Duration.ofSeconds(60), Duration.ofMinutes(5)), searches.month());
            Timings bare = searches.bare(RATE, BARE, Searches.FIRST_CLINIC, end, Searches.SEARCHED, Searches.MONTH);
            return new Result(
                    id(),
                    "free times of 31 days of one clinic, 10 practitioners, " + RATE
                            + "/s, 100,000 past appointments or more",
                    "p99 <= 25 ms",
                    String.format(Locale.ROOT, "%s; p99 %.1fx", timings, timings.millisAt(99) / bare.millisAt(99)),
                    "the read of the diary alone: " + bare,
                    timings.millisAt(99) <= P99_MILLIS && timings.ended(200) == timings.count());
        }
    }
}
