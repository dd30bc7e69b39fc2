package io.hairline.notification.schedule;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
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
 * A client's e-mail address that is to be confirmed. Somebody has just asked for the letter, so it leaves at any hour.
 *
 * @param contactVersion the client's version since which it is the present address
 * @param since when the letter was last asked for
 * @param confirmed nothing calls for a letter any more
 */
@Document(MessageTrigger.COLLECTION)
@TypeAlias("emailConfirmation")
record EmailConfirmationTrigger(
        @Id ClientId clientId, ClinicId clinicId, long contactVersion, Instant since, boolean confirmed)
        implements MessageTrigger {

    private static final Duration USEFUL = Duration.ofDays(7);

    EmailConfirmationTrigger over() {
        return new EmailConfirmationTrigger(clientId, clinicId, contactVersion, since, true);
    }

    @Override
    public List<PlannedMessage> drafts() {
        return confirmed
                ? List.of()
                : List.of(
                        new PlannedMessage(MessageTemplate.EMAIL_CONFIRMATION, since, since, since.plus(USEFUL), true));
    }

    @Override
    public String subject() {
        return clientId.value();
    }

    @Override
    public String source() {
        return Topics.BOOKING_EVENTS;
    }
}
