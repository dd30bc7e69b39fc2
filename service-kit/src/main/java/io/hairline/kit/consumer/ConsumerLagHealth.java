package io.hairline.kit.consumer;

import io.hairline.kit.HairlineProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready when the service's copies hold all that was on its topics when this instance started. */
public final class ConsumerLagHealth implements HealthIndicator, DisposableBean {

    private final ConsumerRegistry consumerRegistry;
    private final HairlineProperties hairline;
    private @Nullable Admin admin;
    private @Nullable Map<TopicPartition, Long> ends;
    private volatile boolean reached;

    public ConsumerLagHealth(ConsumerRegistry consumerRegistry, HairlineProperties hairline) {
        this.consumerRegistry = consumerRegistry;
        this.hairline = hairline;
    }

    @Override
    public Health health() {
        return reached || consumerRegistry.topics().isEmpty() ? Health.up().build() : look();
    }

    private synchronized Health look() {
        try {
            Admin open = admin();
            Map<TopicPartition, Long> wanted = ends == null ? endOffsets(open) : ends;
            ends = wanted;
            long behind = behind(open, wanted);
            reached = behind == 0;
            if (reached) {
                destroy();
            }
            return (reached ? Health.up() : Health.outOfService())
                    .withDetail("eventsBehind", behind)
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down(e).build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down().withDetail("kafka", "away").build();
        }
    }

    /** One for all looks: whoever starts a service asks several times a second, and making one takes longer than a look. */
    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            Properties config = new Properties();
            config.put("bootstrap.servers", hairline.kafka());
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

    private long behind(Admin admin, Map<TopicPartition, Long> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(consumerRegistry.group())
                .partitionsToOffsetAndMetadata()
                .get(3, TimeUnit.SECONDS);
        return wanted.entrySet().stream()
                .mapToLong(it -> {
                    OffsetAndMetadata offset = committed.get(it.getKey());
                    return Math.max(0, it.getValue() - (offset == null ? 0 : offset.offset()));
                })
                .sum();
    }
}
