package io.hairline.kit.counter;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many threads that start at the same moment; what one of them throws, fails the test. */
public final class Together {

    private Together() {}

    public static <T> List<T> run(int threads, IntFunction<T> work) {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> tasks = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(it -> () -> {
                        start.await();
                        return work.apply(it);
                    })
                    .toList();
            return executor.invokeAll(tasks).stream().map(Together::result).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> done) {
        if (done.state() == Future.State.FAILED) {
            throw new AssertionError("One of the threads failed", done.exceptionNow());
        }
        return done.resultNow();
    }
}
