package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** P6: fifty bookings a second, all on one machine. */
final class PacedBookings implements Figure {

    private static final int RATE = 50;
    private static final double P99_MILLIS = 200;
    private static final double CPU_MILLIS = 6;

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public Result measure(Lab lab) {
        Duration length = lab.length(Duration.ofSeconds(60), Duration.ofMinutes(10));
        Duration before = Machine.cpuOfServers();
        Timings timings = OpenLoop.paced(RATE, length, _ -> lab.book());
        double cpu = Machine.cpuOfServers().minus(before).toNanos() / 1e6 / timings.count();
        boolean holds =
                timings.millisAt(99) <= P99_MILLIS && timings.ended(201) == timings.count() && cpu <= CPU_MILLIS;
        return new Result(
                id(),
                "POST /appointments at " + RATE + "/s for " + length.toSeconds() + " s, 50 claims each",
                "p99 <= 200 ms, no error, CPU of booking, MongoDB and Kafka <= 6 ms a booking",
                String.format(Locale.ROOT, "%s; CPU %.1f ms", timings, cpu),
                "-",
                holds);
    }
}
