package io.hairline.kit.consumer;

import io.hairline.kit.HairlineProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the service's copies of others' data are fresh. At the start they must hold all that was on its topics when this
 * instance started; from then on all that was there half a minute ago. Without Kafka nobody can tell, and it is down.
 */
public final class ConsumerLagHealth implements HealthIndicator, DisposableBean {

    /** Ticks come every second and a poll takes at most a few: half a minute behind is a consumer that stands. */
    private static final Duration MOST_BEHIND = Duration.ofSeconds(30);
    /** Probes of several watchers share one look. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final ConsumerRegistry consumerRegistry;
    private final HairlineProperties hairline;
    private final List<Sample> samples = new ArrayList<>();
    private @Nullable Admin admin;
    private @Nullable Map<TopicPartition, Long> endsAtStart;
    private @Nullable Health last;
    private long lookedAt;

    /** Where the topics ended at a moment of {@link System#nanoTime()}. */
    private record Sample(long nanos, Map<TopicPartition, Long> ends) {}

    public ConsumerLagHealth(ConsumerRegistry consumerRegistry, HairlineProperties hairline) {
        this.consumerRegistry = consumerRegistry;
        this.hairline = hairline;
    }

    @Override
    public synchronized Health health() {
        if (consumerRegistry.topics().isEmpty()) {
            return Health.up().build();
        }
        Health known = last;
        if (known != null && System.nanoTime() - lookedAt < LOOK_EVERY.toNanos()) {
            return known;
        }
        Health seen = look();
        lookedAt = System.nanoTime();
        last = samples.isEmpty() ? null : seen;
        return seen;
    }

    private Health look() {
        try {
            Admin open = admin();
            Map<TopicPartition, Long> ends = endOffsets(open);
            Map<TopicPartition, Long> start = endsAtStart == null ? ends : endsAtStart;
            endsAtStart = start;
            Map<TopicPartition, Long> committed = committed(open);
            long behind = behind(committed, samples.isEmpty() ? start : longAgo());
            boolean fresh = behind == 0;
            if (fresh || !samples.isEmpty()) {
                samples.add(new Sample(System.nanoTime(), ends));
            }
            return (fresh ? Health.up() : Health.outOfService())
                    .withDetail("eventsBehind", behind(committed, ends))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down(e).build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down().withDetail("kafka", "away").build();
        }
    }

    /** Where the topics ended half a minute ago; nowhere if nobody looked by then. */
    private Map<TopicPartition, Long> longAgo() {
        long limit = System.nanoTime() - MOST_BEHIND.toNanos();
        while (samples.size() > 1 && samples.get(1).nanos() - limit <= 0) {
            samples.removeFirst();
        }
        Sample oldest = samples.getFirst();
        return oldest.nanos() - limit <= 0 ? oldest.ends() : Map.of();
    }

    /** One for all looks: while a service starts, several come a second, and making one takes longer than a look. */
    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            Map<String, Object> config = hairline.kafkaClient();
            config.put("request.timeout.ms", 2_000);
            config.put("default.api.timeout.ms", 3_000);
            known = Admin.create(config);
            admin = known;
        }
        return known;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

    private Map<TopicPartition, Long> endOffsets(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<String> topics = consumerRegistry.topics();
        Map<TopicPartition, OffsetSpec> latest =
                admin.describeTopics(topics).allTopicNames().get(3, TimeUnit.SECONDS).values().stream()
                        .flatMap(topic ->
                                topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
                        .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get(3, TimeUnit.SECONDS).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    private Map<TopicPartition, Long> committed(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(consumerRegistry.group())
                .partitionsToOffsetAndMetadata()
                .get(3, TimeUnit.SECONDS)
                .forEach((partition, it) -> offsets.put(partition, it == null ? 0 : it.offset()));
        return offsets;
    }

    private static long behind(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> wanted) {
        return wanted.entrySet().stream()
                .mapToLong(it -> Math.max(0, it.getValue() - committed.getOrDefault(it.getKey(), 0L)))
                .sum();
    }
}
