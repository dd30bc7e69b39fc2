package io.hairline.portal.clinic;

import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose colour needs refreshing, and who was told. */
final class Worklist {

    private Worklist() {}

    record Window(
            @Nullable LocalDate from,
            @Nullable LocalDate due,
            @Nullable LocalDate until) {}

    record TouchUp(
            String id,
            @Nullable String clientId,
            @Nullable Window window,
            @Nullable String status,
            @Nullable String kind,
            @Nullable List<String> reasons) {}

    /** A line of the worklist. */
    record Line(TouchUp it, String client) {

        public @Nullable LocalDate dueOn() {
            return it.window() == null ? null : it.window().due();
        }

        public String due() {
            LocalDate due = dueOn();
            return due == null ? "–" : Texts.date(due);
        }

        /** Why its day is sooner or later than others'; empty for who may not see the chart. */
        public List<String> reasons() {
            return Objects.requireNonNullElse(it.reasons(), List.<String>of()).stream()
                    .map(why -> CodeLabels.label("fade", why))
                    .toList();
        }

        public String window() {
            Window window = it.window();
            return window == null || window.from() == null || window.until() == null
                    ? "–"
                    : Texts.text("hours.range", Texts.date(window.from()), Texts.date(window.until()));
        }

        /** Whether the client is still to be asked. */
        public boolean isWaiting() {
            return it.status() != null && List.of("PLANNED", "DUE", "CONTACTED").contains(it.status());
        }

        public String kindWords() {
            return CodeLabels.label("touch-up.kind", Objects.requireNonNullElse(it.kind(), "TOUCH_UP"));
        }

        public String statusWords() {
            return it.status() == null ? "" : CodeLabels.label("touch-up.status", it.status());
        }

        public String look() {
            return it.status() == null ? "" : "touch-up-" + CodeLabels.dashed(it.status());
        }
    }

    static PagePart<List<Line>> of(CallerApis caller, String clinic, ClientNames clients) {
        return PagePart.of(() -> {
            List<TouchUp> all =
                    caller.treatment().list(TouchUp.class, "/touch-ups", Map.of("clinicId", clinic, "limit", 50));
            ClientNames.Names names = clients.names(caller, all, TouchUp::clientId);
            return all.stream().map(it -> new Line(it, names.of(it.clientId()))).toList();
        });
    }
}
