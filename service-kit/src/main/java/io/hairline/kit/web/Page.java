package io.hairline.kit.web;

import io.hairline.kit.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the rest begins; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** The most items that one answer lists. */
    public static final int MOST = 200;

    private static final int LONGEST_CURSOR = 500;

    /** Cuts a list that was read with one item too many. */
    public static <T> Page<T> of(List<T> itemsAndOne, int limit, Function<T, String> position) {
        if (itemsAndOne.size() <= limit) {
            return new Page<>(itemsAndOne, null);
        }
        List<T> items = itemsAndOne.subList(0, limit);
        return new Page<>(List.copyOf(items), encode(position.apply(items.getLast())));
    }

    /** A part with more behind it. */
    static <T> Page<T> upTo(List<T> items, String position) {
        return new Page<>(items, encode(position));
    }

    /** All of a list that is short by its nature; {@link ListPaging} cuts it to the caller's {@code limit}. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }

    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Refusal.input("limit", "must be from 1 to " + MOST);
        }
        return asked;
    }

    private static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /** The position that a cursor stands for, or null at the start. */
    public static @Nullable String position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (cursor.length() > LONGEST_CURSOR) {
            throw notOurs();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw notOurs();
        }
    }

    /**
     * The id that a cursor stands for, or null at the start.
     *
     * @param id reads it, and throws {@link IllegalArgumentException} if it isn't one
     * @throws Refusal {@code invalid-input} for a cursor that no list gave out
     */
    public static <I> @Nullable I position(@Nullable String cursor, Function<String, I> id) {
        String position = position(cursor);
        try {
            return position == null ? null : id.apply(position);
        } catch (IllegalArgumentException _) {
            throw notOurs();
        }
    }

    private static Refusal notOurs() {
        return Refusal.input("cursor", "is not one we gave out; start again without it");
    }
}
