package io.hairline.launcher.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client did: a consultation, a course if they took one, and perhaps a touch-up after it.
 *
 * @param client the client's number in the demo
 * @param practitioner the number of the practitioner, the same each time
 * @param chair its number in the clinic
 * @param permanent the kind of treatment
 * @param sessions empty if the client didn't go on
 * @param touchUp absent for most
 */
record ClientHistory(
        int client,
        String clinicCode,
        int practitioner,
        int chair,
        boolean permanent,
        PastVisit consultation,
        List<PastVisit> sessions,
        @Nullable PastTouchUp touchUp) {

    ClientHistory {
        sessions = List.copyOf(sessions);
    }

    ClientHistory touchedUp(PastTouchUp it) {
        return new ClientHistory(client, clinicCode, practitioner, chair, permanent, consultation, sessions, it);
    }

    /** As the clinic of the touch-up has to do with the client. */
    ClientHistory asIn(PastTouchUp it) {
        return new ClientHistory(
                client, it.clinicCode(), it.practitioner(), it.chair(), permanent, consultation, sessions, it);
    }

    /** Whether a session of the course was done on one of these days. */
    boolean wasTreatedBetween(LocalDate first, LocalDate last) {
        return sessions.stream()
                .anyMatch(it -> it.ending() == PastVisit.Ending.COMPLETED
                        && !it.day().isBefore(first)
                        && !it.day().isAfter(last));
    }

    /** Whether the last session of a permanent course was done on one of these days, and nothing after it. */
    boolean wasFinishedBetween(LocalDate first, LocalDate last) {
        if (!permanent || touchUp != null || sessions.isEmpty()) {
            return false;
        }
        PastVisit end = sessions.getLast();
        return end.ending() == PastVisit.Ending.COMPLETED
                && !end.day().isBefore(first)
                && !end.day().isAfter(last);
    }

    /** Nothing of it is still to come. */
    boolean isOver() {
        PastVisit last = sessions.isEmpty() ? consultation : sessions.getLast();
        return last.ending() != PastVisit.Ending.UPCOMING;
    }
}
