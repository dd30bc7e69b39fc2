package io.hairline.booking.appointment.conflict;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TaskId;
import io.hairline.contracts.booking.BookingEvent.TaskDone;
import io.hairline.contracts.booking.BookingEvent.TaskOpened;
import io.hairline.kit.Ids;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that a clinic's desk has to decide.
 *
 * @param reasonCode what is wrong
 * @param doneBecause {@code BY_HAND}, or what settled it without anybody closing the task
 */
@Document(Task.COLLECTION)
@TypeAlias("task")
record Task(
        @Id TaskId id,
        long version,
        int schema,
        Kind kind,
        Status status,
        ClinicId clinicId,
        AppointmentId appointmentId,
        String reasonCode,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBecause)
        implements Aggregate {

    static final String COLLECTION = "tasks";
    private static final int SCHEMA = 1;

    /** What a task is about. */
    enum Kind {
        /** An appointment that can't take place as it is, or was held in a time that another one has. */
        CONFLICT,
        /** An appointment that is in the chair past its end, or can't be extended because its next quarter is taken. */
        OVERRUN
    }

    /** Whether anybody has to do anything. */
    enum Status {
        OPEN,
        DONE
    }

    static Change<Task> open(Kind kind, ClinicId clinic, AppointmentId appointment, String reasonCode, Instant now) {
        TaskId id = new TaskId(Ids.next(TaskId.PREFIX));
        Task task = new Task(id, 1, SCHEMA, kind, Status.OPEN, clinic, appointment, reasonCode, now, null, null);
        return Change.to(task, new TaskOpened(id, clinic, kind.name(), appointment, reasonCode));
    }

    /** Closes it; a repeat changes nothing. */
    Change<Task> done(String because, Instant now) {
        if (status == Status.DONE) {
            return Change.none(this);
        }
        Task done = new Task(
                id,
                version + 1,
                schema,
                kind,
                Status.DONE,
                clinicId,
                appointmentId,
                reasonCode,
                openedAt,
                now,
                because);
        return Change.to(done, new TaskDone(id, clinicId, kind.name(), appointmentId, because));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
