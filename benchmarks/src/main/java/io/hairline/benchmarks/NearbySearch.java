package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** P3: the free times of two weeks in the twenty clinics nearest to a place, with two hundred practitioners. */
final class NearbySearch implements Benchmark {

    private static final int RATE = 10;
    private static final double P99_MILLIS = 60;
    private static final int BYTES = 200 * 1024;
    private static final int PAST = 100_000;
    private static final int DAYS = 14;
    private static final int MOST = 200;
    private static final Duration BARE = Duration.ofSeconds(20);

    @Override
    public String id() {
        return "P3";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws Exception {
        try (Searches searches = new Searches(lab)) {
            searches.withPast(PAST);
            searches.book(0, BenchmarkNetwork.CLINICS, Searches.SEARCHED, DAYS, false);
            String query = searches.query("near=48,10&radiusKm=500", Searches.SEARCHED, DAYS, MOST);
            int bytes = lab.api().read(query).bytes();
            searches.paced(RATE, Duration.ofSeconds(20), query);
            Timings timings = searches.paced(RATE, lab.length(Duration.ofSeconds(60), Duration.ofMinutes(5)), query);
            Timings bare = searches.bare(RATE, BARE, 0, BenchmarkNetwork.CLINICS, Searches.SEARCHED, 7);
            return new Result(
                    id(),
                    "free times of 14 days in the nearest 20 of 10,000 clinics, 200 practitioners, " + RATE + "/s",
                    "p99 <= 60 ms, answer <= 200 KB",
                    String.format(
                            Locale.ROOT,
                            "%s; p99 %.1fx; %d KB",
                            timings,
                            timings.millisAt(99) / bare.millisAt(99),
                            bytes / 1024),
                    "the read of a week of these diaries alone: " + bare,
                    timings.millisAt(99) <= P99_MILLIS && timings.ended(200) == timings.count() && bytes <= BYTES);
        }
    }
}
