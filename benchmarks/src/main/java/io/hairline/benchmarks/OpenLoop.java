package io.hairline.benchmarks;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Does things at moments fixed beforehand, whether or not earlier ones have ended, and measures from those moments: a
 * stall is seen by all that it delays.
 */
final class OpenLoop {

    private OpenLoop() {}

    static Timings paced(double perSecond, Duration length, IntUnaryOperator request) {
        int count = (int) (perSecond * length.toMillis() / 1_000);
        return at(count, it -> (long) (it * 1e9 / perSecond), request);
    }

    /**
     * Sends {@code count} requests.
     *
     * @param moment nanoseconds from now for each
     * @param request what to do; answers with how it ended, an HTTP status
     */
    static Timings at(int count, IntToLongFunction moment, IntUnaryOperator request) {
        Timings timings = new Timings();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < count; number++) {
                int it = number;
                long intended = start + moment.applyAsLong(it);
                waitUntil(intended);
                threads.execute(() -> {
                    int end = request.applyAsInt(it);
                    timings.add(Duration.ofNanos(System.nanoTime() - intended), end);
                });
            }
        }
        return timings;
    }

    /** Does things one after the other in this thread, each at its moment or as soon after it as it can. */
    static void inTurn(int count, IntToLongFunction moment, IntConsumer action) {
        long start = System.nanoTime();
        for (int number = 0; number < count; number++) {
            waitUntil(start + moment.applyAsLong(number));
            action.accept(number);
        }
    }

    private static void waitUntil(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = nanoTime - System.nanoTime();
        }
    }
}
