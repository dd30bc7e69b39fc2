package io.hairline.benchmarks;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has come on some topics, by the offsets it has committed. */
final class ReplayProgress implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Admin admin;
    private final String group;
    private final Map<TopicPartition, Long> ends;

    ReplayProgress(Map<String, Object> kafka, String group, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        this.admin = Admin.create(kafka);
        this.group = group;
        Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
                .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
        this.ends = admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    List<TopicPartition> partitions() {
        return List.copyOf(ends.keySet());
    }

    /** Records up to the ends that were seen at first which the group hasn't committed. */
    long behind() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = committed();
        return ends.entrySet().stream()
                .mapToLong(it -> Math.max(0, it.getValue() - committed.getOrDefault(it.getKey(), 0L)))
                .sum();
    }

    /** Waits for the first step and for the end, and answers with the records a second between the two. */
    double perSecond() throws ExecutionException, InterruptedException {
        long all = behind();
        long left = all;
        while (left == all) {
            Thread.sleep(LOOK_EVERY);
            left = behind();
        }
        long first = System.nanoTime();
        long then = left;
        while (left > 0) {
            Thread.sleep(LOOK_EVERY);
            left = behind();
        }
        return then * 1e9 / (System.nanoTime() - first);
    }

    Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, it) -> offsets.put(partition, it == null ? 0 : it.offset()));
        return offsets;
    }

    @Override
    public void close() {
        admin.close();
    }
}
