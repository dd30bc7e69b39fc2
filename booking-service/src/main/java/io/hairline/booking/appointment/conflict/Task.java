package io.hairline.booking.appointment.conflict;

import io.hairline.contracts.AftercareReplyId;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.TaskId;
import io.hairline.contracts.booking.BookingEvent.ConsultationTaskDone;
import io.hairline.contracts.booking.BookingEvent.ConsultationTaskOpened;
import io.hairline.contracts.booking.BookingEvent.ContactTaskDone;
import io.hairline.contracts.booking.BookingEvent.ContactTaskOpened;
import io.hairline.contracts.booking.BookingEvent.HealingTaskDone;
import io.hairline.contracts.booking.BookingEvent.HealingTaskOpened;
import io.hairline.contracts.booking.BookingEvent.QuestionTaskDone;
import io.hairline.contracts.booking.BookingEvent.QuestionTaskOpened;
import io.hairline.contracts.booking.BookingEvent.TaskDone;
import io.hairline.contracts.booking.BookingEvent.TaskOpened;
import io.hairline.kit.Ids;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that a clinic's desk has to decide.
 *
 * @param appointmentId absent for a message that was about none, and for the kinds that are about a client
 * @param clientId who is concerned; absent for the kinds that are about an appointment
 * @param reasonCode what is wrong
 * @param aftercareReplyId what the client asked; absent for the other kinds
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
        @Nullable AppointmentId appointmentId,
        @Nullable ClientId clientId,
        String reasonCode,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBecause,
        @Nullable AftercareReplyId aftercareReplyId)
        implements Aggregate {

    static final String COLLECTION = "tasks";
    private static final int SCHEMA = 1;

    /** What a task is about. */
    enum Kind {
        /** An appointment that can't take place as it is, or was held in a time that another one has. */
        CONFLICT,
        /** An appointment that is in the chair past its end, or can't be extended because its next quarter is taken. */
        OVERRUN,
        /** A treatment for which the clinic has no pigment or no needles left that it may use. */
        NO_MATERIAL,
        /** A treatment whose practitioner lacks a training that is asked for there on that day. */
        NO_TRAINING,
        /** A treatment that the client's answers about health forbid. */
        ANSWERS_BLOCK,
        /** A treatment that the skin's reaction to the patch test forbids. */
        PATCH_TEST_FAILED,
        /** A message that can't reach its client. */
        MESSAGE_FAILED,
        /** A question that a client sent after a treatment. */
        CLIENT_QUESTION,
        /** A colour that somebody should look at, as the client describes it. */
        COLOUR_CHECK,
        /** What another clinic noted of the healing after a session of this one. */
        HEALING_ELSEWHERE,
        /** A treatment into which a lot went that no session might use any more when it was signed. */
        HELD_LOT_USED;

        private static final Set<Kind> OF_THE_DIARY = Set.of(CONFLICT, OVERRUN);

        /** Whether it ends when the appointment fits the plans again. */
        boolean isOfTheDiary() {
            return OF_THE_DIARY.contains(this);
        }

        /** Whether it ends with its appointment: when that is attended, held or cancelled. */
        boolean endsWithTheVisit() {
            return this != MESSAGE_FAILED && this != HELD_LOT_USED;
        }

        /** Whether it ends when its appointment is moved in the same clinic. */
        boolean isSettledByAnotherTime() {
            return isOfTheDiary() || this == NO_MATERIAL || this == NO_TRAINING;
        }
    }

    /** Whether anybody has to do anything. */
    enum Status {
        OPEN,
        DONE
    }

    static Change<Task> open(Kind kind, ClinicId clinic, AppointmentId appointment, String reasonCode, Instant now) {
        TaskId id = new TaskId(Ids.next(TaskId.PREFIX));
        Task task = new Task(
                id, 1, SCHEMA, kind, Status.OPEN, clinic, appointment, null, reasonCode, now, null, null, null);
        return Change.to(task, new TaskOpened(id, clinic, kind.name(), appointment, reasonCode));
    }

    /** @param appointment what the message that failed was about; absent if it was about none */
    static Change<Task> correctContact(
            ClinicId clinic, ClientId client, @Nullable AppointmentId appointment, String reasonCode, Instant now) {
        TaskId id = new TaskId(Ids.next(TaskId.PREFIX));
        Kind kind = Kind.MESSAGE_FAILED;
        Task task = new Task(
                id, 1, SCHEMA, kind, Status.OPEN, clinic, appointment, client, reasonCode, now, null, null, null);
        return Change.to(task, new ContactTaskOpened(id, clinic, kind.name(), client, appointment, reasonCode));
    }

    static Change<Task> answer(ClinicId clinic, ClientId client, AftercareReplyId question, Instant now) {
        TaskId id = new TaskId(Ids.next(TaskId.PREFIX));
        Kind kind = Kind.CLIENT_QUESTION;
        Task task = new Task(
                id, 1, SCHEMA, kind, Status.OPEN, clinic, null, client, "AFTERCARE_REPLY", now, null, null, question);
        return Change.to(task, new QuestionTaskOpened(id, clinic, kind.name(), client, question));
    }

    static Change<Task> lookAtColour(ClinicId clinic, ClientId client, Instant now) {
        TaskId id = new TaskId(Ids.next(TaskId.PREFIX));
        Kind kind = Kind.COLOUR_CHECK;
        Task task =
                new Task(id, 1, SCHEMA, kind, Status.OPEN, clinic, null, client, "SELF_CHECK", now, null, null, null);
        return Change.to(task, new ConsultationTaskOpened(id, clinic, kind.name(), client));
    }

    static Change<Task> healingElsewhere(ClinicId treatedIn, ClientId client, String reasonCode, Instant now) {
        TaskId id = new TaskId(Ids.next(TaskId.PREFIX));
        Kind kind = Kind.HEALING_ELSEWHERE;
        Task task =
                new Task(id, 1, SCHEMA, kind, Status.OPEN, treatedIn, null, client, reasonCode, now, null, null, null);
        return Change.to(task, new HealingTaskOpened(id, treatedIn, kind.name(), client, reasonCode));
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
                clientId,
                reasonCode,
                openedAt,
                now,
                because,
                aftercareReplyId);
        return Change.to(done, ended(because));
    }

    private DomainEvent ended(String because) {
        return switch (kind) {
            case CONFLICT, OVERRUN, NO_MATERIAL, NO_TRAINING, ANSWERS_BLOCK, PATCH_TEST_FAILED, HELD_LOT_USED ->
                new TaskDone(id, clinicId, kind.name(), Objects.requireNonNull(appointmentId), because);
            case MESSAGE_FAILED -> new ContactTaskDone(id, clinicId, kind.name(), client(), because);
            case CLIENT_QUESTION -> new QuestionTaskDone(id, clinicId, kind.name(), client(), because);
            case COLOUR_CHECK -> new ConsultationTaskDone(id, clinicId, kind.name(), client(), because);
            case HEALING_ELSEWHERE -> new HealingTaskDone(id, clinicId, kind.name(), client(), because);
        };
    }

    private ClientId client() {
        return Objects.requireNonNull(clientId);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
