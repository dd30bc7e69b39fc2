package io.hairline.benchmarks;

import java.time.Duration;

/** P6: fifty bookings a second, all on one machine. */
final class PacedBookings implements Figure {

    private static final int RATE = 50;
    private static final double P99_MILLIS = 200;
    private static final double CPU_MILLIS = 6;
    private static final Duration BARE = Duration.ofSeconds(20);

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public Result measure(Lab lab) {
        Duration length = lab.length(Duration.ofSeconds(60), Duration.ofMinutes(10));
        Cpu before = lab.cpu();
        Timings timings = OpenLoop.paced(RATE, length, _ -> lab.book());
        Cpu used = lab.cpu().since(before);
        boolean holds = timings.millisAt(99) <= P99_MILLIS
                && timings.ended(201) == timings.count()
                && used.millisEach(timings.count()) <= CPU_MILLIS;
        return new Result(
                id(),
                "POST /appointments at " + RATE + "/s for " + length.toSeconds() + " s, 50 claims each",
                "p99 <= 200 ms, no error, CPU of booking, MongoDB and Kafka <= 6 ms a booking",
                timings + "; " + used.each(timings.count()),
                bare(lab),
                holds);
    }

    /** What MongoDB alone takes for the transaction and nothing around it. */
    private static String bare(Lab lab) {
        try (BareDriver driver = new BareDriver(lab.mongoUri())) {
            Cpu before = lab.cpu();
            Timings timings = OpenLoop.paced(RATE, BARE, _ -> driver.transact());
            return "bare driver at the same pace: " + lab.cpu().since(before).each(timings.count());
        }
    }
}
