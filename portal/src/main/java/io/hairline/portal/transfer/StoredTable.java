package io.hairline.portal.transfer;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** How far a table of the last days is, as booking says. */
record StoredTable(String id, String kind, String status, int lines, int stored, int duplicates, Instant startedAt) {

    public boolean isDone() {
        return status.equals("DONE");
    }

    /** Whether the next lines failed so often that they wait for another try. */
    public boolean isStopped() {
        return status.equals("STOPPED");
    }

    boolean isRunning() {
        return !isDone() && !isStopped();
    }

    public boolean hasDuplicates() {
        return isDone() && duplicates > 0;
    }

    /** What it holds, and when it was sent by the clinic's clock. */
    public String name(Clinic clinic) {
        LocalDateTime sent = LocalDateTime.ofInstant(startedAt, ZoneId.of(clinic.zone()));
        return Texts.textOr("import.kind." + kind, kind) + ", " + Texts.moment(sent);
    }
}
