package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** P9a: how old an event is when a consumer has it. It is counted from just before the commit, so a little too much. */
final class CommitToConsumer implements Benchmark {

    private static final int RATE = 50;
    private static final double P99_MILLIS = 30;

    @Override
    public String id() {
        return "P9a";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws InterruptedException {
        Duration length = lab.length(Duration.ofSeconds(40), Duration.ofMinutes(5));
        try (EventProbe listener = new EventProbe(lab.kafka(), lab.bookingTopic())) {
            Timings bookings = OpenLoop.paced(RATE, length, _ -> lab.book());
            Thread.sleep(Duration.ofSeconds(2));
            Timings ages = listener.ages();
            Timings alone = BareKafka.ages(lab, RATE);
            return new Result(
                    id(),
                    "from the event written to the consumer, at " + RATE + " bookings/s",
                    "p99 <= 30 ms",
                    String.format(Locale.ROOT, "%s; p99 %.1fx", ages, ages.millisAt(99) / alone.millisAt(99)),
                    "Kafka alone, from a producer to the same listener: " + alone + "; the bookings themselves: "
                            + bookings,
                    ages.millisAt(99) <= P99_MILLIS
                            && bookings.ended(201) == bookings.count()
                            && ages.count() >= bookings.count());
        }
    }
}
