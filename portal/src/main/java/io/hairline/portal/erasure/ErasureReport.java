package io.hairline.portal.erasure;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What booking says of a request for erasure, in the reader's words. */
record ErasureReport(String id, Instant requestedAt, String status, List<Part> services) {

    /** What one service has done. */
    record Part(String name, boolean done, List<String> erased, List<Kept> kept) {

        public String service() {
            return CodeLabels.label("erase.service", name);
        }

        public String erasedWords() {
            return erased.isEmpty()
                    ? "–"
                    : erased.stream()
                            .map(it -> CodeLabels.label("erase.what", it))
                            .collect(Collectors.joining(", "));
        }
    }

    /** What is still there. */
    record Kept(String whatCode, String whyCode, @Nullable LocalDate until) {

        public String words() {
            String what = CodeLabels.label("erase.what", whatCode) + ": " + CodeLabels.label("erase.why", whyCode);
            return until == null ? what : Texts.text("erase.until", what, Texts.date(until));
        }
    }

    public String day() {
        return Texts.date(requestedAt.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    public String statusWords() {
        return CodeLabels.label("erase.status", status);
    }
}
