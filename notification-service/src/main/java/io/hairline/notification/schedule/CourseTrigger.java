package io.hairline.notification.schedule;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.wire.Topics;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.PlannedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Times that are kept for a course until its deposit is there. Once they are booked, each appointment has letters of its own.
 *
 * @param state what became of them
 * @param since when they were kept, or given back
 * @param expiresAt until when they are kept
 * @param byClient whether the client chose them on the spot, and sees the time on the page
 */
@Document(MessageTrigger.COLLECTION)
@TypeAlias("heldCourse")
public record CourseTrigger(
        @Id CourseId id,
        ClientId clientId,
        ClinicId clinicId,
        State state,
        Money deposit,
        Instant since,
        Instant expiresAt,
        boolean byClient)
        implements MessageTrigger {

    private static final Duration WORTH_SAYING = Duration.ofDays(3);

    enum State {
        HELD,
        LAPSED,
        /** Booked, or given back by hand: those who did it know. */
        OVER
    }

    @Override
    public List<PlannedMessage> drafts() {
        return switch (state) {
            case HELD ->
                List.of(new PlannedMessage(MessageTemplate.DEPOSIT_AWAITED, since, since, expiresAt, byClient));
            case LAPSED ->
                List.of(new PlannedMessage(
                        MessageTemplate.COURSE_NOT_BOOKED, since, since, since.plus(WORTH_SAYING), false));
            case OVER -> List.of();
        };
    }

    CourseTrigger over() {
        return new CourseTrigger(id, clientId, clinicId, State.OVER, deposit, since, expiresAt, byClient);
    }

    CourseTrigger lapsed(Instant at) {
        return new CourseTrigger(id, clientId, clinicId, State.LAPSED, deposit, at, expiresAt, byClient);
    }

    @Override
    public String subject() {
        return id.value();
    }

    @Override
    public String source() {
        return Topics.BOOKING_EVENTS;
    }
}
