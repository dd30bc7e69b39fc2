package io.hairline.portal.client;

import org.jspecify.annotations.Nullable;

/** One step of a course, as the timeline shows it. */
record TimelineStep(
        State state,
        String title,
        String detail,
        @Nullable String link,
        @Nullable String label) {

    enum State {
        DONE,
        NEXT,
        OPEN;

        public String look() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public String words() {
            return switch (this) {
                case DONE -> "Done";
                case NEXT -> "Next";
                case OPEN -> "Later";
            };
        }
    }

    static TimelineStep of(State state, String title, String detail) {
        return new TimelineStep(state, title, detail, null, null);
    }

    TimelineStep offering(String address, String words) {
        return new TimelineStep(state, title, detail, address, words);
    }
}
