package io.hairline.kit.consumer;

import io.hairline.contracts.DomainEvent;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.events.Transactions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The consumers of a service: one per topic, each fed by a Spring Cloud Stream binding. */
public final class ConsumerRegistry {

    private final MongoTemplate mongo;
    private final Transactions transactions;
    private final HairlineProperties hairline;
    private final ObjectProvider<EventConsumer<?>> consumers;
    private final ObjectProvider<TickConsumer> tickConsumers;
    private final Lock turns = new ReentrantLock(true);
    private final Map<String, TopicConsumer<?>> open = new ConcurrentHashMap<>();
    private final Map<String, CompactedTopicConsumer> latest = new ConcurrentHashMap<>();

    public ConsumerRegistry(
            MongoTemplate mongo,
            Transactions transactions,
            HairlineProperties hairline,
            ObjectProvider<EventConsumer<?>> consumers,
            ObjectProvider<TickConsumer> tickConsumers) {
        this.mongo = mongo;
        this.transactions = transactions;
        this.hairline = hairline;
        this.consumers = consumers;
        this.tickConsumers = tickConsumers;
    }

    /** The function to bind to {@code topic}: it hands {@code hears}'s events to every capability that listens. */
    public <E extends DomainEvent> TopicConsumer<E> open(String topic, Class<E> hears) {
        return open(topic, hears, new ReentrantLock());
    }

    /**
     * The same for topics whose events change the same documents: this instance handles one poll of them after the other, for
     * transactions side by side would undo each other.
     */
    public <E extends DomainEvent> TopicConsumer<E> openInTurns(String topic, Class<E> hears) {
        return open(topic, hears, turns);
    }

    private <E extends DomainEvent> TopicConsumer<E> open(String topic, Class<E> hears, Lock turn) {
        TopicConsumer<E> inlet = new TopicConsumer<>(
                new Inbox(mongo, topic),
                new EventDispatcher<>(hears, listenersOf(hears)),
                transactions,
                tickConsumers.stream().toList(),
                turn);
        open.put(topic, inlet);
        return inlet;
    }

    /** The function to bind to a compacted {@code topic}. */
    public CompactedTopicConsumer openLatest(String topic, CompactedTopicListener consumer) {
        CompactedTopicConsumer inlet = new CompactedTopicConsumer(new Inbox(mongo, topic), consumer);
        latest.put(topic, inlet);
        return inlet;
    }

    /** Whether events of an aggregate wait in this service, so that its copy may lack what it was told. */
    public boolean isBehind(String topic, String subject) {
        return new Inbox(mongo, topic).seen(subject).parked();
    }

    @SuppressWarnings("unchecked") // a consumer that hears E is an EventConsumer<E>
    private <E extends DomainEvent> List<EventConsumer<E>> listenersOf(Class<E> hears) {
        return consumers.stream()
                .filter(it -> it.hears().equals(hears))
                .map(it -> (EventConsumer<E>) it)
                .toList();
    }

    Map<String, TopicConsumer<?>> all() {
        return Map.copyOf(open);
    }

    /** What is parked, of events and of states. */
    List<Inbox> inboxes() {
        return Stream.concat(
                        open.values().stream().map(TopicConsumer::inbox),
                        latest.values().stream().map(CompactedTopicConsumer::inbox))
                .toList();
    }

    /** The Kafka group under which the service reads all its topics. */
    String group() {
        return hairline.topic(hairline.service());
    }

    List<String> topics() {
        return Stream.concat(open.keySet().stream(), latest.keySet().stream())
                .map(hairline::topic)
                .toList();
    }
}
