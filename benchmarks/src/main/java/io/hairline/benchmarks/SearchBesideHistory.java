package io.hairline.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * P2: what a search costs while the past grows to a million appointments, or ten million in the full form. It comes before the other
 * searches, which may find as long a past as it left.
 */
final class SearchBesideHistory implements Benchmark {

    private static final int RATE = 50;
    private static final double MOST_TIMES = 1.2;
    private static final int LITTLE = 1_000;
    private static final int MUCH = 100_000;
    private static final int BRIEF = 1_000_000;
    private static final int WHOLE = 10_000_000;

    @Override
    public String id() {
        return "P2";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws Exception {
        try (Searches searches = new Searches(lab)) {
            searches.withPast(LITTLE);
            searches.book(Searches.FIRST_CLINIC, Searches.FIRST_CLINIC + 1, Searches.SEARCHED, Searches.MONTH, false);
            searches.paced(RATE, Duration.ofSeconds(20), searches.month());
            List<Timings> all = new ArrayList<>();
            for (int count : List.of(LITTLE, MUCH, lab.isFull() ? WHOLE : BRIEF)) {
                searches.withPast(count);
                Timings timings = searches.paced(
                        RATE, lab.length(Duration.ofSeconds(20), Duration.ofMinutes(1)), searches.month());
                lab.say(count + ": " + timings);
                all.add(timings);
            }
            double ratio = all.getLast().millisAt(50) / all.getFirst().millisAt(50);
            return new Result(
                    id(),
                    "the search of P1 with 1,000, 100,000 and " + (lab.isFull() ? "10" : "1")
                            + " million past appointments in 10,000 clinics",
                    "p50 with most <= 1.2x p50 with fewest",
                    String.format(
                            Locale.ROOT,
                            "p50 %.1f, %.1f, %.1f ms: %.2fx",
                            all.get(0).millisAt(50),
                            all.get(1).millisAt(50),
                            all.get(2).millisAt(50),
                            ratio),
                    "itself with 1,000",
                    ratio <= MOST_TIMES && all.stream().allMatch(it -> it.ended(200) == it.count()));
        }
    }
}
