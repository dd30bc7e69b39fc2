package io.hairline.portal.api;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part of a page that may be missing while the rest is there. */
public record Part<T>(@Nullable T value, @Nullable String note) {

    public static <T> Part<T> of(Supplier<T> ask) {
        try {
            return new Part<>(ask.get(), null);
        } catch (Refused e) {
            return new Part<>(null, e.status() == 404 ? "This isn't available yet." : e.getMessage());
        }
    }

    public boolean isThere() {
        return value != null;
    }

    public T or(T other) {
        return Objects.requireNonNullElse(value, other);
    }

    public <R> Part<R> map(Function<T, R> change) {
        return value == null ? new Part<>(null, note) : new Part<>(change.apply(value), null);
    }
}
