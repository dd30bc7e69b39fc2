package io.hairline.launcher.infrastructure;

import io.hairline.contracts.wire.Topics.Topic;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Waiting;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The administrator's side of a Kafka cluster, wherever it runs. */
public final class KafkaAccess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private KafkaAccess() {}

    /**
     * Creates what is missing, and comes back when every partition has a leader that answers: until then a producer's
     * first records may be refused. Topics that exist stay as they are.
     */
    public static void create(String bootstrapServers, List<Topic> topics) {
        try (Admin admin = admin(bootstrapServers)) {
            Map<String, KafkaFuture<Void>> created = admin.createTopics(topics.stream()
                            .map(it -> new NewTopic(it.name(), it.partitions(), (short) -1).configs(it.config()))
                            .toList())
                    .values();
            for (KafkaFuture<Void> topic : created.values()) {
                awaitCreation(topic);
            }
            awaitLeaders(admin, topics);
        }
    }

    private static void awaitLeaders(Admin admin, List<Topic> topics) {
        Map<TopicPartition, OffsetSpec> ends = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
        if (!Waiting.until(PATIENCE, () -> answers(admin, ends))) {
            throw new LauncherException("Kafka's new topics don't answer after " + PATIENCE.toSeconds() + " seconds.");
        }
    }

    /** Until the news of a topic has reached the broker, it says that there is none. */
    private static boolean answers(Admin admin, Map<TopicPartition, OffsetSpec> ends) {
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new LauncherException("Kafka's new topics don't answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while topics were created.");
        }
    }

    private static void awaitCreation(KafkaFuture<Void> topic) {
        try {
            topic.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new LauncherException("Kafka refused to create a topic: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while topics were created.");
        }
    }

    static void awaitReady(String bootstrapServers, Duration patience) {
        try (Admin admin = admin(bootstrapServers)) {
            if (!Waiting.until(patience, () -> hasNodes(admin))) {
                throw new LauncherException(
                        "Kafka at " + bootstrapServers + " isn't ready after " + patience.toSeconds() + " seconds.");
            }
        }
    }

    private static boolean hasNodes(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Set<String> topics(String bootstrapServers, String namespace) {
        try (Admin admin = admin(bootstrapServers)) {
            return admin.listTopics().names().get().stream()
                    .filter(it -> it.startsWith(namespace))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (ExecutionException e) {
            throw new LauncherException("Kafka doesn't tell its topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while topics were listed.");
        }
    }

    static void delete(String bootstrapServers, Collection<String> topics) {
        try (Admin admin = admin(bootstrapServers)) {
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            // Somebody else deleted one of them.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                "10000",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                "30000"));
    }
}
