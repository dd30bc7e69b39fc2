package io.hairline.booking.course.replan;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The times that are held for the sessions of a course which have to move; a course has one such set at most.
 *
 * @param basis the course's appointments with their versions: when one has changed since, the set is out of date
 * @param expiresAt until when all of them are held
 */
@Document("replans")
@TypeAlias("replan")
record Replan(@Id CourseId id, String basis, List<Session> sessions, Instant expiresAt) {

    Replan {
        sessions = List.copyOf(sessions);
    }

    /** @param holds the held appointments, earliest first */
    record Session(AppointmentId appointmentId, String reasonCode, List<AppointmentId> holds) {
        Session {
            holds = List.copyOf(holds);
        }
    }

    boolean has(AppointmentId session) {
        return sessions.stream().anyMatch(it -> it.appointmentId().equals(session));
    }

    Stream<AppointmentId> holds() {
        return sessions.stream().flatMap(it -> it.holds().stream());
    }
}
