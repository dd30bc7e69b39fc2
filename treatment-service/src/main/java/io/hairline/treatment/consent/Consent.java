package io.hairline.treatment.consent;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsentId;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentSigned;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentWithdrawn;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import java.time.Instant;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A client's signature under one text for one purpose.
 *
 * @param takenBy subject of the one who sent it: the client, or the staff with whom the client signed; absent in consents
 *     from before that was kept
 * @param templateHash of the words that were signed, under which {@link SignedTexts} keeps them; absent in consents from
 *     before they were kept
 */
@Document("consents")
@TypeAlias("consent")
@PersonalData
public record Consent(
        @Id ConsentId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        ConsentPurpose purpose,
        String templateId,
        String language,
        Instant signedAt,
        @Nullable Instant withdrawnAt,
        Binary signature,
        @Nullable String takenBy,
        @Nullable String templateHash)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /** What is signed, in which clinic, and before whom. */
    record Paper(
            ClientId clientId,
            ClinicId clinicId,
            ConsentPurpose purpose,
            String templateId,
            String language,
            String takenBy,
            String templateHash) {}

    static Change<Consent> sign(ConsentId id, Paper it, Binary signature, Instant now) {
        return Change.to(
                new Consent(
                        id,
                        1,
                        SCHEMA,
                        it.clientId(),
                        it.clinicId(),
                        it.purpose(),
                        it.templateId(),
                        it.language(),
                        now,
                        null,
                        signature,
                        it.takenBy(),
                        it.templateHash()),
                new ConsentSigned(
                        id, it.clientId(), it.clinicId(), it.purpose().name(), it.templateId(), it.language()));
    }

    Change<Consent> withdraw(Instant now) {
        if (withdrawnAt != null) {
            throw Refusal.state("illegal-move", "It was withdrawn already.");
        }
        Consent withdrawn = new Consent(
                id,
                version + 1,
                schema,
                clientId,
                clinicId,
                purpose,
                templateId,
                language,
                signedAt,
                now,
                signature,
                takenBy,
                templateHash);
        return Change.to(withdrawn, new ConsentWithdrawn(id, clientId, clinicId, purpose.name()));
    }

    /** Whether the client sent it without the help of any staff, so that no clinic can have given it to itself. */
    boolean isSentByClient() {
        return clientId.value().equals(takenBy);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
