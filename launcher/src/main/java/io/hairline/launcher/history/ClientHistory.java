package io.hairline.launcher.history;

import java.util.List;

/**
 * What one client did: a consultation, and a course if they took one.
 *
 * @param client the client's number in the demo
 * @param practitioner the number of the practitioner, the same each time
 * @param chair its number in the clinic
 * @param permanent the kind of treatment
 * @param sessions empty if the client didn't go on
 */
record ClientHistory(
        int client,
        String clinicCode,
        int practitioner,
        int chair,
        boolean permanent,
        PastVisit consultation,
        List<PastVisit> sessions) {

    ClientHistory {
        sessions = List.copyOf(sessions);
    }

    /** Nothing of it is still to come. */
    boolean isOver() {
        PastVisit last = sessions.isEmpty() ? consultation : sessions.getLast();
        return last.ending() != PastVisit.Ending.UPCOMING;
    }
}
