package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** P5: the first free time within ninety days of a clinic that is full for eighty-nine of them. */
final class FirstFreeSearch implements Benchmark {

    private static final int RATE = 10;
    private static final double P99_MILLIS = 40;
    private static final Duration BARE = Duration.ofSeconds(20);

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws Exception {
        try (Searches searches = new Searches(lab)) {
            int clinic = Searches.FULL_CLINIC;
            searches.book(clinic, clinic + 1, Searches.FULL, Searches.FULL_DAYS, true);
            String query = searches.query(
                    "clinicId=" + BenchmarkNetwork.clinic(clinic), Searches.FULL, Searches.FULL_DAYS + 1, 1);
            String first = lab.api().read(query).text();
            boolean onTheLastDay = first.contains(lab.world()
                    .day(Searches.FULL + Searches.FULL_DAYS)
                    .toString()
                    .substring(0, 10));
            searches.paced(RATE, Duration.ofSeconds(20), query);
            Timings timings = searches.paced(RATE, lab.length(Duration.ofSeconds(60), Duration.ofMinutes(5)), query);
            Timings bare = searches.bare(RATE, BARE, clinic, clinic + 1, Searches.FULL, Searches.FULL_DAYS + 1);
            return new Result(
                    id(),
                    "the first free time in 90 days, full until day 89, " + RATE + "/s",
                    "p99 <= 40 ms",
                    String.format(
                            Locale.ROOT,
                            "%s; p99 %.1fx%s",
                            timings,
                            timings.millisAt(99) / bare.millisAt(99),
                            onTheLastDay ? "" : "; NOT on day 90: " + first),
                    "the read of the 90 days alone: " + bare,
                    onTheLastDay && timings.millisAt(99) <= P99_MILLIS && timings.ended(200) == timings.count());
        }
    }
}
