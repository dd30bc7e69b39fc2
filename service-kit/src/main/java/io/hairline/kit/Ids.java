package io.hairline.kit;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.util.Locale;

/** New ids: a prefix and a ULID in lower case, ascending within one process, from system time. */
public final class Ids {

    private Ids() {}

    public static String next(String prefix) {
        return prefix + "_" + UlidCreator.getMonotonicUlid().toString().toLowerCase(Locale.ROOT);
    }

    /** When an id was made, in system time. */
    public static Instant madeAt(String id) {
        return Ulid.from(id.substring(id.indexOf('_') + 1)).getInstant();
    }
}
