package io.hairline.booking.calendar;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The way to somebody's calendar. The secret in its address follows from the id and the service's key; only a keyed token
 * of it is stored.
 *
 * @param whose a client's or a practitioner's id; each has at most one link
 */
@Document(CalendarLink.COLLECTION)
@TypeAlias("calendarLink")
record CalendarLink(@Id String id, String whose, String token, Instant madeAt) {

    static final String COLLECTION = "calendar_links";
    static final String PREFIX = "cal";
}
