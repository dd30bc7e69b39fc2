package io.hairline.portal.api;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** Asks for many things at the same time, so that a page takes as long as its slowest part. */
public final class ParallelCalls {

    private ParallelCalls() {}

    public static <A, R> List<R> each(List<A> all, Function<A, R> ask) {
        LocaleContext here = LocaleContextHolder.getLocaleContext();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> asked = all.stream()
                    .map(it -> threads.submit(() -> inLocale(here, it, ask)))
                    .toList();
            return asked.stream().map(ParallelCalls::answer).toList();
        }
    }

    private static <A, R> R inLocale(@Nullable LocaleContext locale, A one, Function<A, R> ask) {
        LocaleContextHolder.setLocaleContext(locale);
        return ask.apply(one);
    }

    private static <R> R answer(Future<R> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
