package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** P6: fifty bookings a second, all on one machine. */
final class PacedBookings implements Benchmark {

    private static final int RATE = 50;
    private static final double P99_MILLIS = 200;
    private static final double TIMES_BARE_CPU = 4;
    private static final Duration BARE = Duration.ofSeconds(20);

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) {
        Duration length = lab.length(Duration.ofSeconds(60), Duration.ofMinutes(10));
        Cpu before = lab.cpu();
        Timings timings = OpenLoop.paced(RATE, length, _ -> lab.book());
        Cpu used = lab.cpu().since(before);
        Bare bare = bare(lab);
        double ratio = used.millisEach(timings.count()) / bare.cpuMillis();
        boolean holds =
                timings.millisAt(99) <= P99_MILLIS && timings.ended(201) == timings.count() && ratio <= TIMES_BARE_CPU;
        return new Result(
                id(),
                "POST /appointments at " + RATE + "/s for " + length.toSeconds() + " s, 50 claims each",
                "p99 <= 200 ms, no error, CPU of booking, MongoDB and Kafka <= 4x the bare driver's",
                String.format(Locale.ROOT, "%s; %s, %.1fx", timings, used.each(timings.count()), ratio),
                bare.described(),
                holds);
    }

    private record Bare(double cpuMillis, String described) {}

    /** What MongoDB alone takes for the transaction and nothing around it. */
    private static Bare bare(BenchmarkEnvironment lab) {
        try (BareDriver driver = new BareDriver(lab.mongoUri())) {
            Cpu before = lab.cpu();
            Timings timings = OpenLoop.paced(RATE, BARE, _ -> driver.transact());
            Cpu used = lab.cpu().since(before);
            return new Bare(
                    used.millisEach(timings.count()), "bare driver at the same pace: " + used.each(timings.count()));
        }
    }
}
