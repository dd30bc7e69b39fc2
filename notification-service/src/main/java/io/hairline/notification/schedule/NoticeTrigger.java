package io.hairline.notification.schedule;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.TouchUpId;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.PlannedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that a client is told of once.
 *
 * @param source the topic that may take it back
 * @param aggregateId the aggregate on that topic whose events may take it back
 * @param since when it came about
 * @param causes what still calls for it; nothing does any more if there is none
 * @param byClient whether the client's own action brought it about
 */
@Document(MessageTrigger.COLLECTION)
@TypeAlias("notice")
record NoticeTrigger(
        @Id String subject,
        String source,
        String aggregateId,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable AppointmentId appointmentId,
        MessageTemplate template,
        Instant since,
        Instant usefulUntil,
        Set<String> causes,
        boolean byClient)
        implements MessageTrigger {

    NoticeTrigger {
        causes = Set.copyOf(causes);
    }

    @Override
    public List<PlannedMessage> drafts() {
        return causes.isEmpty() || !since.isBefore(usefulUntil)
                ? List.of()
                : List.of(new PlannedMessage(template, since, since, usefulUntil, byClient));
    }

    /** A look at a temporary colour is told by treatment's id of it, so that treatment hears that the client knows. */
    @Override
    public @Nullable TouchUpId touchUpId() {
        return template == MessageTemplate.FADE_CHECK_DUE ? new TouchUpId(aggregateId) : null;
    }

    /** A recall is told by treatment's id of the notice, so that head office sees when and how the client was told. */
    @Override
    public @Nullable RecallNoticeId recallNoticeId() {
        return template == MessageTemplate.RECALL_NOTICE || template == MessageTemplate.RECALL_WITHDRAWN
                ? new RecallNoticeId(aggregateId)
                : null;
    }

    NoticeTrigger with(Set<String> nowCauses) {
        return new NoticeTrigger(
                subject,
                source,
                aggregateId,
                clientId,
                clinicId,
                appointmentId,
                template,
                since,
                usefulUntil,
                nowCauses,
                byClient);
    }
}
