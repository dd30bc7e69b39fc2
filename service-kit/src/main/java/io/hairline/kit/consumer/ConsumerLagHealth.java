package io.hairline.kit.consumer;

import io.hairline.kit.HairlineProperties;
import java.time.Duration;
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

/** Whether the service's copies of others' data are fresh, as {@link ConsumerLag} judges; down while Kafka can't be asked. */
public final class ConsumerLagHealth implements HealthIndicator, DisposableBean {

    /** Probes of several watchers share one look. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final ConsumerRegistry consumerRegistry;
    private final HairlineProperties hairline;
    private final ConsumerLag lag = new ConsumerLag();
    private @Nullable Admin admin;
    private @Nullable Health last;
    private long lookedAt;

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
        last = lag.hasCaughtUp() ? seen : null;
        return seen;
    }

    private Health look() {
        try {
            Admin open = admin();
            Map<TopicPartition, Long> ends = endOffsets(open);
            Map<TopicPartition, Long> committed = committed(open);
            boolean fresh = lag.isFresh(System.nanoTime(), ends, committed);
            return (fresh ? Health.up() : Health.outOfService())
                    .withDetail("eventsBehind", ConsumerLag.behind(committed, ends))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down(e).build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down().withDetail("kafka", "away").build();
        }
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
}
