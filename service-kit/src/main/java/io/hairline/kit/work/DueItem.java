package io.hairline.kit.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something to be done at an instant, once.
 *
 * @param id kind, subject and dueAt: the same work can't be asked for twice
 * @param dueAt business time
 * @param claimedUntil system time until which one instance has it to itself, or until which it rests after a failure
 * @param attempts how often an instance claimed it
 * @param failures how often its handler failed, null for never; a database that is away doesn't count
 */
@Document(DueItem.COLLECTION)
@TypeAlias("kit.due")
public record DueItem(
        @Id String id,
        String kind,
        String subject,
        Instant dueAt,
        @Nullable Instant claimedUntil,
        int attempts,
        @Nullable Integer failures) {

    static final String COLLECTION = "due_work";

    @PersistenceCreator
    public DueItem {}

    /** One that never failed. */
    public DueItem(
            String id, String kind, String subject, Instant dueAt, @Nullable Instant claimedUntil, int attempts) {
        this(id, kind, subject, dueAt, claimedUntil, attempts, null);
    }

    static DueItem of(String kind, String subject, Instant dueAt) {
        return new DueItem(kind + "|" + subject + "|" + dueAt, kind, subject, dueAt, null, 0);
    }

    int failed() {
        return failures == null ? 0 : failures;
    }
}
