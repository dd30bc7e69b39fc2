package io.hairline.launcher.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Plays a touch-up that nobody pays for: the client books it, mostly in another clinic, and that one does it.
 *
 * @param steps in the clinic of the touch-up
 */
record TouchUpPlayer(ClientSteps steps, DemoStock stock, PastVisit visit) {

    private static final Duration BOOKED_AHEAD = Duration.ofDays(9);
    private static final int DILUTION = 12;

    void play() {
        Instant booked = steps.startOf(visit).minus(BOOKED_AHEAD);
        Map<String, Object> wish = steps.place(visit);
        wish.put("clientId", steps.client);
        String appointment = steps.book(booked, "book-touch-up", "/appointments", wish)
                .path("id")
                .asString();
        PastSession session = new PastSession(steps, stock, appointment, visit, "-touch-up");
        session.start().ifPresent(it -> session.complete(it, DILUTION));
    }
}
