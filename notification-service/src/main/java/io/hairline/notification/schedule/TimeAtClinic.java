package io.hairline.notification.schedule;

import java.time.Instant;

/** When a client is taken to be where the clinic is, whatever zone the client lives in. */
public record TimeAtClinic(Instant from, Instant until) {

    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
