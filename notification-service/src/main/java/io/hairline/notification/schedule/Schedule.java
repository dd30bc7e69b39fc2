package io.hairline.notification.schedule;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.notification.About;
import io.hairline.kit.Call;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.Draft;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.Messages;
import io.hairline.notification.ledger.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Brings the ledger in line with what an occasion calls for now, and changes nothing that it still calls for. */
@Component
public class Schedule implements Indexes {

    private static final String NO_LONGER_SO = "NO_LONGER_SO";
    /** What became useless longer ago isn't worth an entry: a service that hears all of history tells none of it. */
    private static final Duration HISTORY = Duration.ofDays(1);

    private final MongoTemplate mongo;
    private final Messages messages;
    private final EventLog eventLog;
    private final Clock clock;

    Schedule(MongoTemplate mongo, Messages messages, EventLog eventLog, Clock clock) {
        this.mongo = mongo;
        this.messages = messages;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    public Optional<Occasion> find(String subject) {
        return Optional.ofNullable(mongo.findById(subject, Occasion.class, Occasion.COLLECTION));
    }

    /** The draft a message was planned from, if it is still called for. */
    public static Optional<Draft> draftOf(Message message, Occasion occasion) {
        return occasion.drafts().stream()
                .filter(it ->
                        Message.key(occasion.subject(), it, message.channel()).equals(message.key()))
                .findFirst();
    }

    /** Made at start: a collection that is first made inside a transaction gets into the way of others. */
    @Override
    public void ensure(MongoDatabase database) {
        List.of(Occasion.COLLECTION, "offers")
                .forEach(it -> database.getCollection(it).createIndex(ascending("_id")));
    }

    /** Inside an inlet's transaction. */
    void follow(Occasion occasion) {
        mongo.save(occasion, Occasion.COLLECTION);
        List<Message> known = messages.of(occasion.subject());
        List<Change<Message>> changes = changes(occasion, known, clock.instant());
        if (!changes.isEmpty()) {
            eventLog.recordAll(Message.class, () -> changes);
        }
    }

    private static List<Change<Message>> changes(Occasion occasion, List<Message> known, Instant now) {
        Map<String, Message> byKey = known.stream().collect(Collectors.toMap(Message::key, Function.identity()));
        List<Change<Message>> changes = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        for (Draft draft : occasion.drafts()) {
            for (Channel channel : Channel.values()) {
                String key = Message.key(occasion.subject(), draft, channel);
                wanted.add(key);
                Message before = byKey.get(key);
                if (before != null) {
                    again(before, occasion, draft).ifPresent(changes::add);
                } else if (isWorthPlanning(draft, now)) {
                    changes.add(plan(occasion, draft, channel));
                }
            }
        }
        known.stream()
                .filter(it -> it.status().isOpen() && !wanted.contains(it.key()))
                .forEach(it -> changes.add(it.supersede(NO_LONGER_SO)));
        return changes;
    }

    /** Nobody is told of a demo's history; what is due from now on is hers to hear. */
    private static boolean isWorthPlanning(Draft draft, Instant now) {
        boolean missed = Call.current().asOf() != null && draft.leavesAt().isBefore(now);
        return draft.isUseful() && !missed && draft.usefulUntil().plus(HISTORY).isAfter(now);
    }

    private static Change<Message> plan(Occasion occasion, Draft draft, Channel channel) {
        return Message.plan(
                new MessageId(Ids.next(MessageId.PREFIX)),
                occasion.subject(),
                occasion.source(),
                about(occasion, draft, channel),
                draft);
    }

    /** An entry that waits for the wrong hour or speaks of an older version, or that had been given up. */
    private static Optional<Change<Message>> again(Message before, Occasion occasion, Draft draft) {
        About about = about(occasion, draft, before.channel());
        boolean revived = before.status() == Status.SUPERSEDED;
        boolean rewritten = before.status() == Status.PLANNED
                && !(before.about().equals(about) && before.dueAt().equals(draft.leavesAt()));
        return revived || rewritten ? Optional.of(before.planAgain(about, draft)) : Optional.empty();
    }

    private static About about(Occasion occasion, Draft draft, Channel channel) {
        return new About(
                occasion.clientId(),
                occasion.clinicId(),
                occasion.appointmentId(),
                occasion.appointmentVersion(),
                occasion.touchUpId(),
                draft.template().name(),
                channel.name());
    }
}
