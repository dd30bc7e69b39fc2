package io.hairline.acceptance.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Who listens to a topic for a group, and how far they are: for the message of a test that waited in vain.
 *
 * @param kafka settings of an administrator's Kafka client
 */
record Listeners(Map<String, Object> kafka, String group, String topic) {

    /** In one line. */
    String described() {
        try (Admin admin = Admin.create(kafka)) {
            ConsumerGroupDescription found = Objects.requireNonNull(
                    admin.describeConsumerGroups(List.of(group)).all().get().get(group));
            return "group %s: %s; behind %s".formatted(found.groupState(), members(found), behind(admin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        } catch (ExecutionException e) {
            return e.toString();
        }
    }

    private List<String> members(ConsumerGroupDescription found) {
        List<String> members = new ArrayList<>();
        for (MemberDescription it : found.members()) {
            List<Integer> partitions = it.assignment().topicPartitions().stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .map(TopicPartition::partition)
                    .sorted()
                    .toList();
            members.add(it.consumerId() + partitions + "@" + it.memberEpoch());
        }
        return members;
    }

    private Map<Integer, Long> behind(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<Integer, Long> behind = new TreeMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> it : committed.entrySet()) {
            if (it.getKey().topic().equals(topic)) {
                long end = admin.listOffsets(Map.of(it.getKey(), OffsetSpec.latest()))
                        .partitionResult(it.getKey())
                        .get()
                        .offset();
                behind.put(it.getKey().partition(), end - it.getValue().offset());
            }
        }
        behind.values().removeIf(it -> it == 0);
        return behind;
    }
}
