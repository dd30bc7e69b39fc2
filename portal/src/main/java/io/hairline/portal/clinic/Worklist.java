package io.hairline.portal.clinic;

import io.hairline.portal.api.Apis.Seen;
import io.hairline.portal.api.Part;
import io.hairline.portal.api.Together;
import io.hairline.portal.brand.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose colour needs refreshing, and who was told. */
final class Worklist {

    private Worklist() {}

    record Window(
            @Nullable String from,
            @Nullable String due,
            @Nullable String until) {}

    record TouchUp(
            String id,
            @Nullable String clientId,
            @Nullable Window window,
            @Nullable String status) {}

    /** A line of the worklist. */
    record Line(TouchUp it, String client) {

        public String statusWords() {
            return it.status() == null ? "" : Words.plain(it.status());
        }

        public String look() {
            return it.status() == null ? "" : "touch-up-" + Words.dashed(it.status());
        }
    }

    static Part<List<Line>> of(Seen seen, String clinic, ClientNames clients) {
        return Part.of(() -> Together.each(
                seen.treatment().list(TouchUp.class, "/touch-ups", Map.of("clinicId", clinic, "limit", 50)),
                it -> new Line(it, clients.name(seen, it.clientId()))));
    }
}
