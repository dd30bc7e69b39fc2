package io.hairline.portal.clinic;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.PolicyVersion;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose colour needs refreshing, and who was told. */
final class Worklist {

    private static final int LINES = 50;

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
            @Nullable List<String> reasons,
            @Nullable List<PolicyVersion> policy) {}

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

        /** By which versions of the policy its days were counted; empty where that wasn't kept. */
        public String policy() {
            String versions = PolicyVersion.words(it.policy());
            return versions.isEmpty() ? "" : Texts.text("touch-ups.policy", versions);
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

    /** A part of the worklist, and the states of its touch-ups. */
    enum Part {
        WAITING("DUE", "CONTACTED", "PLANNED"),
        BOOKED("BOOKED"),
        OVER("CLOSED", "DECLINED", "LOST");

        private final String states;

        Part(String... states) {
            this.states = String.join(",", states);
        }

        public String words() {
            return CodeLabels.label("touch-ups.part", name());
        }
    }

    /** Soonest first. */
    static PagePart<Api.Page<Line>> of(
            CallerApis caller, String clinic, Part part, String cursor, ClientNames clients) {
        Map<String, Object> query = Map.of("clinicId", clinic, "status", part.states, "limit", LINES, "cursor", cursor);
        return PagePart.of(() -> {
            Api.Page<TouchUp> page = caller.treatment().page(TouchUp.class, "/touch-ups", query);
            ClientNames.Names names = clients.names(caller, page.items(), TouchUp::clientId);
            return new Api.Page<>(
                    page.items().stream()
                            .map(it -> new Line(it, names.of(it.clientId())))
                            .toList(),
                    page.nextCursor());
        });
    }
}
