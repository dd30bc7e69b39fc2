package io.hairline.portal.client;

import io.hairline.portal.language.Texts;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step of a course, as the timeline shows it.
 *
 * @param at when it is, where an appointment is booked; by the clinic's clock
 */
record TimelineStep(
        State state,
        String title,
        String detail,
        @Nullable String link,
        @Nullable String label,
        @Nullable LocalDateTime at) {

    enum State {
        DONE,
        NEXT,
        OPEN;

        public String look() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String words() {
            return Texts.text("timeline.state." + name());
        }
    }

    static TimelineStep of(State state, String title, String detail) {
        return new TimelineStep(state, title, detail, null, null, null);
    }

    static TimelineStep at(State state, String title, String detail, LocalDateTime at) {
        return new TimelineStep(state, title, detail, null, null, at);
    }

    TimelineStep later() {
        return new TimelineStep(State.OPEN, title, detail, link, label, at);
    }

    TimelineStep offering(String address, String words) {
        return new TimelineStep(state, title, detail, address, words, at);
    }
}
