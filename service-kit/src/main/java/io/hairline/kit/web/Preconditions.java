package io.hairline.kit.web;

import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code If-Match}: the version that a caller means to change. */
public final class Preconditions {

    private static final Pattern ETAG = Pattern.compile("\\*|\"\\d{1,18}\"");

    private Preconditions() {}

    /**
     * Lets a caller pass who names the version that is stored, {@code *}, or none.
     *
     * @throws Refusal of kind INPUT if it is no ETag; of kind STALE if the aggregate has another version
     */
    public static void check(@Nullable String ifMatch, Aggregate current) {
        if (ifMatch != null && !ETAG.matcher(ifMatch).matches()) {
            throw Refusal.input("If-Match", "must be an ETag as we give it, such as \"3\"");
        }
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(etag(current))) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "It has changed since you read it; it is at version " + current.version()
                            + " now. Read it again and decide anew.");
        }
    }

    public static String etag(Aggregate aggregate) {
        return "\"" + aggregate.version() + "\"";
    }
}
