package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * P8: two thousand requests for twenty slots within one second, while others book as usual. A thousand clients each ask
 * for two slots of that time, one right after the other; nobody else books at that time, so that the hundred requests for a
 * slot only lose to each other.
 */
final class HotSlots implements Benchmark {

    private static final int SLOTS = 20;
    private static final int REQUESTS = 2_000;
    private static final Duration MEANWHILE = Duration.ofSeconds(10);
    private static final double USUAL_MILLIS = 3_000;
    private static final int TRY_AGAIN = 503;

    @Override
    public String id() {
        return "P8";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws InterruptedException, ExecutionException {
        lab.warmUpRefusals();
        Timings calm = lab.bookAsUsual(MEANWHILE);
        int first = lab.freshTime();
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Timings> usual = beside.submit(() -> lab.bookAsUsual(MEANWHILE));
            Cpu before = lab.cpu();
            Timings storm = OpenLoop.at(
                    REQUESTS, it -> 1_000_000_000L / REQUESTS * it, it -> lab.contend(first + it % SLOTS, it / 2));
            Cpu used = lab.cpu().since(before);
            Timings meanwhile = usual.get();
            long winners = storm.ended(201);
            boolean holds = winners == SLOTS
                    && storm.errors() == storm.ended(TRY_AGAIN)
                    && meanwhile.errors() == 0
                    && meanwhile.most() <= USUAL_MILLIS;
            return new Result(
                    id(),
                    REQUESTS + " requests in 1 s for " + SLOTS + " slots",
                    "20 winners, the others 409 or asked to try again (503); usual bookings answered within 3 s",
                    String.format(
                            Locale.ROOT,
                            "%d winners; %s; usual p99 %.1f, max %.1f ms (p99 %.1fx); %s a request",
                            winners,
                            storm,
                            meanwhile.millisAt(99),
                            meanwhile.most(),
                            meanwhile.millisAt(99) / calm.millisAt(99),
                            used.each(REQUESTS)),
                    String.format(Locale.ROOT, "usual p99 without the storm: %.1f ms", calm.millisAt(99)),
                    holds);
        }
    }
}
