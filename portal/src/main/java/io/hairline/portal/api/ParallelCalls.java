package io.hairline.portal.api;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;

/** Asks for many things at the same time, so that a page takes as long as its slowest part. */
public final class ParallelCalls {

    private ParallelCalls() {}

    /**
     * Asks on a thread of its own, with the reader's language; the answer, or what was thrown, comes where it is needed. The
     * language is found out before, for only the request's own thread knows who is logged in.
     */
    public static <R> Supplier<R> begin(Supplier<R> ask) {
        Locale here = LocaleContextHolder.getLocale();
        FutureTask<R> asked = new FutureTask<>(() -> {
            LocaleContextHolder.setLocale(here);
            return ask.get();
        });
        Thread.startVirtualThread(asked);
        return () -> answer(asked);
    }

    public static <A, R> List<R> each(List<A> all, Function<A, R> ask) {
        List<Supplier<R>> asked =
                all.stream().map(it -> begin(() -> ask.apply(it))).toList();
        return asked.stream().map(Supplier::get).toList();
    }

    private static <R> R answer(FutureTask<R> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
