package io.hairline.kit.testing.badinput;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request with one thing wrong in it.
 *
 * @param what the mistake, in words for the test's report
 * @param path below the server's base, filled in
 * @param field which one the refusal must name; null where there is none
 * @param allowed the codes that the refusal must list; empty where there are none
 * @param harmless it may also be answered as if nothing were wrong
 */
record Mistake(
        String what,
        String method,
        String path,
        @Nullable String body,
        Map<String, String> headers,
        @Nullable String field,
        List<String> allowed,
        boolean harmless) {

    Mistake(
            String what,
            String method,
            String path,
            @Nullable String body,
            Map<String, String> headers,
            @Nullable String field) {
        this(what, method, path, body, headers, field, List.of(), false);
    }

    /** The same, of a code that is none of these. */
    Mistake listing(List<String> codes) {
        return new Mistake(what, method, path, body, headers, field, codes, harmless);
    }

    /** The same with headers that the operation needs, beside its own. */
    Mistake with(Map<String, String> needed) {
        Map<String, String> both = new HashMap<>(needed);
        both.putAll(headers);
        return new Mistake(what, method, path, body, both, field, allowed, harmless);
    }

    @Override
    public String toString() {
        String shown = path.length() > 120 ? path.substring(0, 120) + "…" : path;
        return method + " " + shown + ": " + what;
    }
}
