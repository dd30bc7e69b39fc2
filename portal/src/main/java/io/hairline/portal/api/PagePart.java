package io.hairline.portal.api;

import io.hairline.portal.language.Texts;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part of a page that may be missing while the rest is there. */
public record PagePart<T>(@Nullable T value, @Nullable String note) {

    public static <T> PagePart<T> of(Supplier<T> ask) {
        return of(ask, Texts.text("part.unavailable"));
    }

    /**
     * Of a part that may be closed to the reader.
     *
     * @param closed what is said then; nothing where the page says it elsewhere
     */
    public static <T> PagePart<T> of(Supplier<T> ask, @Nullable String closed) {
        try {
            return new PagePart<>(ask.get(), null);
        } catch (ApiProblem e) {
            return new PagePart<>(null, e.status() == 404 ? closed : e.getMessage());
        }
    }

    public boolean isThere() {
        return value != null;
    }

    public T or(T other) {
        return Objects.requireNonNullElse(value, other);
    }
}
