package io.hairline.treatment.aftercare;

import io.hairline.contracts.AftercareReplyId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareAsked;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareReplied;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import java.time.Instant;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A client's question about how the skin looks after a session.
 *
 * @param clinicId whose task it is
 * @param messageId the advice that it is about; absent for a question about the last session
 * @param text sealed
 * @param answer absent until the clinic answers
 */
@Document("aftercare_replies")
@TypeAlias("aftercareReply")
@PersonalData
record AftercareReply(
        @Id AftercareReplyId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable MessageId messageId,
        Binary text,
        List<PhotoId> photoIds,
        Instant askedAt,
        @Nullable Answer answer)
        implements Aggregate {

    private static final int SCHEMA = 1;

    AftercareReply {
        photoIds = List.copyOf(photoIds);
    }

    /**
     * What the clinic says.
     *
     * @param by subject
     * @param text sealed
     */
    record Answer(Instant at, String by, Binary text) {}

    /** Whom and what a question is about. */
    sealed interface Subject {
        ClientId clientId();

        ClinicId clinicId();

        /** The client's last session. */
        record LastSession(ClientId clientId, ClinicId clinicId, SessionId id) implements Subject {}

        /** Advice that the client was sent. */
        record Advice(ClientId clientId, ClinicId clinicId, MessageId id) implements Subject {}
    }

    static Change<AftercareReply> ask(
            AftercareReplyId id, Subject about, Binary text, List<PhotoId> photos, Instant now) {
        ClientId client = about.clientId();
        ClinicId clinic = about.clinicId();
        return switch (about) {
            case Subject.Advice it ->
                Change.to(
                        new AftercareReply(id, 1, SCHEMA, client, clinic, it.id(), text, photos, now, null),
                        new AftercareReplied(id, it.id(), client, clinic));
            case Subject.LastSession it ->
                Change.to(
                        new AftercareReply(id, 1, SCHEMA, client, clinic, null, text, photos, now, null),
                        new AftercareAsked(id, it.id(), client, clinic));
        };
    }

    Change<AftercareReply> answer(Answer it) {
        if (answer != null) {
            throw Refusal.state(
                    "illegal-move", "It was answered already; write to the client if there is more to say.");
        }
        return Change.to(
                new AftercareReply(id, version + 1, schema, clientId, clinicId, messageId, text, photoIds, askedAt, it),
                new AftercareAnswered(id, clientId, clinicId));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
