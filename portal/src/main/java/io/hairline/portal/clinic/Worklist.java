package io.hairline.portal.clinic;

import io.hairline.portal.api.Apis.Seen;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.CodeLabels;
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
            return it.status() == null ? "" : CodeLabels.plain(it.status());
        }

        public String look() {
            return it.status() == null ? "" : "touch-up-" + CodeLabels.dashed(it.status());
        }
    }

    static PagePart<List<Line>> of(Seen seen, String clinic, ClientNames clients) {
        return PagePart.of(() -> ParallelCalls.each(
                seen.treatment().list(TouchUp.class, "/touch-ups", Map.of("clinicId", clinic, "limit", 50)),
                it -> new Line(it, clients.name(seen, it.clientId()))));
    }
}
