package io.hairline.notification.schedule;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.wire.Topics;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.PlannedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A patch test that somebody has to look at after a day. */
@Document(MessageTrigger.COLLECTION)
@TypeAlias("patchTest")
record PatchTestTrigger(@Id PatchTestId id, ClientId clientId, ClinicId clinicId, Instant placedAt, boolean read)
        implements MessageTrigger {

    private static final Duration READ_AFTER = Duration.ofHours(24);
    private static final Duration READABLE_FOR = Duration.ofDays(3);

    @Override
    public List<PlannedMessage> drafts() {
        Instant due = placedAt.plus(READ_AFTER);
        return read
                ? List.of()
                : List.of(PlannedMessage.at(MessageTemplate.PATCH_TEST_READING, due, placedAt.plus(READABLE_FOR)));
    }

    @Override
    public String subject() {
        return id.value();
    }

    @Override
    public String source() {
        return Topics.TREATMENT_EVENTS;
    }
}
