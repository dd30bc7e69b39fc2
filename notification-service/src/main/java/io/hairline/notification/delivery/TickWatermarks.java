package io.hairline.notification.delivery;

import io.hairline.contracts.wire.Topics;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.consumer.TickConsumer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Up to when all that a service said has been heard here, whichever instance heard it. It stands in the database behind
 * the events themselves, so what it promises is there.
 */
@Component
class TickWatermarks implements TickConsumer {

    private static final String COLLECTION = "heard";
    private static final Map<String, Integer> PARTITIONS =
            Topics.all("").stream().collect(Collectors.toMap(Topics.Topic::name, Topics.Topic::partitions));

    private final MongoTemplate mongo;
    private final HairlineProperties hairline;
    private final Map<String, Map<Integer, Instant>> fresh = new ConcurrentHashMap<>();

    TickWatermarks(MongoTemplate mongo, HairlineProperties hairline) {
        this.mongo = mongo;
        this.hairline = hairline;
    }

    @Override
    public void on(String topic, int partition, Instant businessTime) {
        fresh.computeIfAbsent(topic, _ -> new ConcurrentHashMap<>())
                .merge(partition, businessTime, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** One write for what came since the last one. What is lost with an instance is said again within a second. */
    void keep() {
        fresh.keySet().forEach(topic -> {
            Map<Integer, Instant> times = fresh.remove(topic);
            if (times != null && !times.isEmpty()) {
                Update update = new Update();
                times.forEach((partition, time) -> update.max("p" + partition, Date.from(time)));
                mongo.upsert(byTopic(topic), update, COLLECTION);
            }
        });
    }

    /** For each source the lowest over its partitions; the beginning of time while one of them has said nothing yet. */
    Map<String, Instant> upTo(List<String> sources) {
        List<String> topics = sources.stream().map(hairline::topic).toList();
        Map<String, Document> known =
                mongo.find(Query.query(Criteria.where("_id").in(topics)), Document.class, COLLECTION).stream()
                        .collect(Collectors.toMap(it -> it.getString("_id"), Function.identity()));
        return sources.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        it -> lowest(known.getOrDefault(hairline.topic(it), new Document()), PARTITIONS.get(it))));
    }

    private static Instant lowest(Document known, @Nullable Integer partitions) {
        List<Instant> times = known.keySet().stream()
                .filter(it -> it.startsWith("p"))
                .map(it -> known.getDate(it).toInstant())
                .toList();
        return partitions == null || times.size() < partitions
                ? Instant.EPOCH
                : times.stream().min(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static Query byTopic(String topic) {
        return Query.query(Criteria.where("_id").is(topic));
    }
}
