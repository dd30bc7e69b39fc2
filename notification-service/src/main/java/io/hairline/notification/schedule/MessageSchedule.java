package io.hairline.notification.schedule;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.MessageStatus;
import io.hairline.notification.ledger.Messages;
import io.hairline.notification.ledger.PlannedMessage;
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

/** Brings the ledger in line with what a trigger calls for now, and changes nothing that it still calls for. */
@Component
public class MessageSchedule implements Indexes {

    private static final String NO_LONGER_SO = "NO_LONGER_SO";
    /** What became useless longer ago isn't worth an entry: a service that hears all of history tells none of it. */
    private static final Duration HISTORY = Duration.ofDays(1);

    private final MongoTemplate mongo;
    private final Messages messages;
    private final EventLog eventLog;
    private final Clock clock;

    MessageSchedule(MongoTemplate mongo, Messages messages, EventLog eventLog, Clock clock) {
        this.mongo = mongo;
        this.messages = messages;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    public Optional<MessageTrigger> find(String subject) {
        return Optional.ofNullable(mongo.findById(subject, MessageTrigger.class, MessageTrigger.COLLECTION));
    }

    /** Whether a message of this subject has reached the client, or may have. */
    boolean hasLeft(String subject) {
        return messages.of(subject).stream().anyMatch(it -> switch (it.status()) {
            case SENDING, SENT, DELIVERED, UNKNOWN -> true;
            case PLANNED, DEFERRED, SUPERSEDED, SUPPRESSED, FAILED, EXPIRED -> false;
        });
    }

    /** The draft a message was planned from, if it is still called for. */
    public static Optional<PlannedMessage> draftOf(Message message, MessageTrigger trigger) {
        return trigger.drafts().stream()
                .filter(it ->
                        Message.key(trigger.subject(), it, message.channel()).equals(message.key()))
                .findFirst();
    }

    /** Made at start: a collection that is first made inside a transaction gets into the way of others. */
    @Override
    public void ensure(MongoDatabase database) {
        List.of(MessageTrigger.COLLECTION, "offers")
                .forEach(it -> database.getCollection(it).createIndex(ascending("_id")));
    }

    /** Inside the consumer's transaction. */
    void follow(MessageTrigger trigger) {
        mongo.save(trigger, MessageTrigger.COLLECTION);
        List<Message> known = messages.of(trigger.subject());
        List<Change<Message>> changes = changes(trigger, known, clock.instant());
        if (!changes.isEmpty()) {
            eventLog.recordAll(Message.class, () -> changes);
        }
    }

    private static List<Change<Message>> changes(MessageTrigger trigger, List<Message> known, Instant now) {
        Map<String, Message> byKey = known.stream().collect(Collectors.toMap(Message::key, Function.identity()));
        List<Change<Message>> changes = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        for (PlannedMessage planned : trigger.drafts()) {
            for (Channel channel : planned.template().channels()) {
                String key = Message.key(trigger.subject(), planned, channel);
                wanted.add(key);
                Message before = byKey.get(key);
                if (before != null) {
                    again(before, trigger, planned).ifPresent(changes::add);
                } else if (isWorthPlanning(planned, now)) {
                    changes.add(plan(trigger, planned, channel));
                }
            }
        }
        known.stream()
                .filter(it -> it.status().isOpen() && !wanted.contains(it.key()))
                .forEach(it -> changes.add(it.supersede(NO_LONGER_SO)));
        return changes;
    }

    /** Nobody is told of a demo's history; what is due from now on is for the client to hear. */
    private static boolean isWorthPlanning(PlannedMessage planned, Instant now) {
        boolean missed =
                RequestContext.current().asOf() != null && planned.leavesAt().isBefore(now);
        return planned.isUseful()
                && !missed
                && planned.usefulUntil().plus(HISTORY).isAfter(now);
    }

    private static Change<Message> plan(MessageTrigger trigger, PlannedMessage planned, Channel channel) {
        return Message.plan(
                new MessageId(Ids.next(MessageId.PREFIX)),
                trigger.subject(),
                trigger.source(),
                about(trigger, planned, channel),
                planned);
    }

    /** An entry that waits for the wrong hour or speaks of an older version, or that had been given up. */
    private static Optional<Change<Message>> again(Message before, MessageTrigger trigger, PlannedMessage planned) {
        MessageContext about = about(trigger, planned, before.channel());
        boolean revived = before.status() == MessageStatus.SUPERSEDED;
        boolean rewritten = before.status() == MessageStatus.PLANNED
                && !(before.about().equals(about) && before.dueAt().equals(planned.leavesAt()));
        return revived || rewritten ? Optional.of(before.planAgain(about, planned)) : Optional.empty();
    }

    private static MessageContext about(MessageTrigger trigger, PlannedMessage planned, Channel channel) {
        return new MessageContext(
                trigger.clientId(),
                trigger.clinicId(),
                trigger.appointmentId(),
                trigger.appointmentVersion(),
                trigger.touchUpId(),
                planned.template().name(),
                channel.name(),
                trigger.recallNoticeId());
    }
}
