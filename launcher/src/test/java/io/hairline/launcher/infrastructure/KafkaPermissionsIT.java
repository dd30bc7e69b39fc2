package io.hairline.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.Topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every user on every topic, generated from the table that the access control lists come from. */
class KafkaPermissionsIT {

    private static final TestInfrastructure SERVERS = TestInfrastructure.get();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Stream<String> users() {
        return Stream.concat(new TreeSet<>(Topics.SERVICES).stream(), Stream.of(KafkaPermissions.OBSERVER));
    }

    private static List<Topic> topics() {
        return Topics.all(SERVERS.namespace());
    }

    @BeforeAll
    static void putSomethingOnEachTopic() throws ExecutionException, InterruptedException {
        assumeFalse(SERVERS.kafkaAccess().login().isAnonymous(), "this cluster knows no users");
        SERVERS.createTopics();
        try (var producer =
                new KafkaProducer<>(SERVERS.kafkaClient(), new StringSerializer(), new StringSerializer())) {
            for (Topic it : topics()) {
                producer.send(new ProducerRecord<>(it.name(), 0, "key", "value"))
                        .get();
            }
        }
    }

    private static Map<String, Object> client(String user) {
        return SERVERS.kafkaLogin(user).client(SERVERS.kafka());
    }

    @ParameterizedTest
    @MethodSource("users")
    void writesItsOwnTopicsAndNoOther(String user) throws InterruptedException {
        Map<String, Boolean> written = new TreeMap<>();
        Map<String, Object> config = client(user);
        config.put("enable.idempotence", false); // else a user who may write nothing is refused before the topic counts
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (Topic it : topics()) {
                written.put(it.name(), isWritten(producer.send(new ProducerRecord<>(it.name(), 0, "key", user))));
            }
        }

        Map<String, Boolean> allowed = new TreeMap<>();
        topics().forEach(it -> allowed.put(it.name(), it.writer().equals(user)));
        assertThat(written).isEqualTo(allowed);
    }

    private static boolean isWritten(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("users")
    void readsWhatItHearsAndNothingElse(String user) {
        Map<String, Boolean> read = new TreeMap<>();
        try (var consumer = new KafkaConsumer<>(client(user), new StringDeserializer(), new StringDeserializer())) {
            topics().forEach(it -> read.put(it.name(), isRead(consumer, it)));
        }

        Map<String, Boolean> allowed = new TreeMap<>();
        topics().forEach(it -> allowed.put(it.name(), mayRead(user, it)));
        assertThat(read).isEqualTo(allowed);
    }

    private static boolean mayRead(String user, Topic topic) {
        return topic.readers().contains(user)
                || (user.equals(KafkaPermissions.OBSERVER) && topic.name().endsWith(".events"));
    }

    private static boolean isRead(KafkaConsumer<String, String> consumer, Topic topic) {
        TopicPartition first = new TopicPartition(topic.name(), 0);
        consumer.assign(List.of(first));
        consumer.seekToBeginning(List.of(first));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                    return true;
                }
            }
        } catch (TopicAuthorizationException e) {
            return false;
        }
        throw new AssertionError("Neither read nor refused: " + topic.name());
    }

    /** The two lines of the table that matter most, so that a mistake in the table shows as well. */
    @Test
    void keepsContactsToThoseWhoNeedThem() {
        Topic contacts = topics().stream()
                .filter(it -> it.name().equals(SERVERS.namespace() + Topics.BOOKING_CONTACTS))
                .findFirst()
                .orElseThrow();

        assertThat(contacts.writer()).isEqualTo("booking");
        assertThat(contacts.readers()).containsExactlyInAnyOrder("notification", "identity", "treatment");
        assertThat(Topics.all(""))
                .filteredOn(it -> it.name().endsWith(".events"))
                .allSatisfy(it -> assertThat(it.name()).isEqualTo(it.writer() + ".events"));
    }

    @Test
    void readsAsItsOwnGroupOnly() {
        Map<String, Object> config = client("notification");
        config.put("group.id", SERVERS.namespace() + "headoffice");

        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(SERVERS.namespace() + Topics.HEADOFFICE_EVENTS));
            assertThatThrownBy(() -> consumer.poll(PATIENCE)).isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void fencesNoProducerOfAnotherService() {
        Map<String, Object> config = client("notification");
        config.put("transactional.id", SERVERS.namespace() + Topics.BOOKING_CONTACTS);

        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @Test
    void letsNobodyInWithoutTheRightPassword() {
        KafkaLogin guess = new KafkaLogin(SERVERS.namespace() + "booking", "guessed");

        Throwable refused = catchThrowable(() -> new KafkaAccess(SERVERS.kafka(), guess).topics(""));

        assertThat(refused).hasRootCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void letsNobodyInWithoutALogin() {
        Map<String, Object> config = KafkaLogin.ANONYMOUS.client(SERVERS.kafka());
        config.put("default.api.timeout.ms", 3_000);

        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            assertThatThrownBy(() -> consumer.listTopics(Duration.ofSeconds(3)))
                    .isInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
        }
    }
}
