package io.hairline.identity.account.confirmation;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.EmailConfirmationId;
import io.hairline.contracts.identity.IdentityEvent.EmailConfirmed;
import io.hairline.kit.Ids;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A code that was mailed to a client's address came back with a password.
 *
 * @param contactVersion the client's version that the address is of
 */
@Document(EmailConfirmation.COLLECTION)
@TypeAlias("emailConfirmation")
public record EmailConfirmation(
        @Id EmailConfirmationId id, long version, ClientId clientId, long contactVersion, Instant at)
        implements Aggregate {

    public static final String COLLECTION = "email_confirmations";

    public static Change<EmailConfirmation> of(ClientId client, long contactVersion, Instant now) {
        EmailConfirmationId id = new EmailConfirmationId(Ids.next(EmailConfirmationId.PREFIX));
        return Change.to(
                new EmailConfirmation(id, 1, client, contactVersion, now),
                new EmailConfirmed(id, client, contactVersion));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
