package io.hairline.kit.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something to be done at an instant, once.
 *
 * @param id kind, subject and dueAt: the same work can't be asked for twice
 * @param dueAt business time
 * @param claimedUntil system time until which one instance has it to itself
 */
@Document(DueItem.COLLECTION)
@TypeAlias("kit.due")
public record DueItem(
        @Id String id,
        String kind,
        String subject,
        Instant dueAt,
        @Nullable Instant claimedUntil,
        int attempts) {

    static final String COLLECTION = "due_work";

    static DueItem of(String kind, String subject, Instant dueAt) {
        return new DueItem(kind + "|" + subject + "|" + dueAt, kind, subject, dueAt, null, 0);
    }
}
