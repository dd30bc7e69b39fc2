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

/** Her signature under one text for one purpose. */
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
        Binary signature)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /** What she signs, and in which clinic. */
    record Paper(ClientId clientId, ClinicId clinicId, ConsentPurpose purpose, String templateId, String language) {}

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
                        signature),
                new ConsentSigned(
                        id, it.clientId(), it.clinicId(), it.purpose().name(), it.templateId(), it.language()));
    }

    Change<Consent> withdraw(Instant now) {
        if (withdrawnAt != null) {
            throw Refusal.state("illegal-move", "It was withdrawn already.");
        }
        Consent withdrawn = new Consent(
                id, version + 1, schema, clientId, clinicId, purpose, templateId, language, signedAt, now, signature);
        return Change.to(withdrawn, new ConsentWithdrawn(id, clientId, clinicId, purpose.name()));
    }

    public boolean isInForce() {
        return withdrawnAt == null;
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
