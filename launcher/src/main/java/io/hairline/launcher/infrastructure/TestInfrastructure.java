package io.hairline.launcher.infrastructure;

import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.Secrets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * MongoDB and Kafka for the tests of one JVM, behind a namespace of its own: what the environment names
 * (HAIRLINE_TEST_MONGODB, an administrator's connection string; HAIRLINE_TEST_KAFKA and an administrator's
 * HAIRLINE_TEST_KAFKA_USERNAME and HAIRLINE_TEST_KAFKA_PASSWORD), else containers where a Docker engine answers, else child
 * processes. All of it is gone when the JVM is. Services log in as themselves, tests as an administrator.
 */
public final class TestInfrastructure {

    private static @Nullable TestInfrastructure instance;

    private final TestServers servers;
    private final String namespace = "t" + randomLetters() + ".";
    private final String opsPassword = Secrets.random(12);
    private final String key = Secrets.random(32);
    private final String kafkaPassword = Secrets.random(12);
    private final Map<String, String> uris = new ConcurrentHashMap<>();
    private boolean prepared;

    private TestInfrastructure(TestServers servers) {
        this.servers = servers;
    }

    public static synchronized TestInfrastructure get() {
        TestInfrastructure known = instance;
        if (known == null) {
            known = new TestInfrastructure(TestServers.obtain(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(known::forget, "test-infrastructure"));
            instance = known;
        }
        return known;
    }

    /** Servers that nobody else uses, whatever the environment says: for tests that stop and kill them. */
    public static TestInfrastructure ofItsOwn() {
        TestInfrastructure fresh = new TestInfrastructure(LocalServers.start());
        Runtime.getRuntime().addShutdownHook(new Thread(fresh::forget, "test-infrastructure"));
        return fresh;
    }

    /** The prefix of this JVM's topics, groups and (with {@code _} for the dot) databases, such as {@code tk3x9a.} */
    public String namespace() {
        return namespace;
    }

    /** Connection string of a service's own user, made on the first call. */
    public String mongoUri(String service) {
        return uris.computeIfAbsent(
                service, it -> new MongoAccess(adminMongoUri()).service(database(it), Secrets.random(12)));
    }

    private String database(String service) {
        return namespace.replace('.', '_') + service;
    }

    public String adminMongoUri() {
        return servers.mongoUri();
    }

    /** Bootstrap servers. */
    public String kafka() {
        return kafkaAccess().bootstrapServers();
    }

    public KafkaAccess kafkaAccess() {
        return servers.kafka();
    }

    /** Settings of a Kafka client of the test's own, which may do everything, in a map of the caller's own. */
    public Map<String, Object> kafkaClient() {
        return kafkaAccess().client();
    }

    /** Creates all topics of {@link Topics} in this JVM's namespace, and the services' users; a second call does nothing. */
    public synchronized void createTopics() {
        if (!prepared) {
            Map<String, String> passwords = new HashMap<>();
            Topics.SERVICES.forEach(it -> passwords.put(it, kafkaPassword));
            passwords.put(KafkaPermissions.OBSERVER, kafkaPassword);
            kafkaAccess().prepare(namespace, passwords);
            prepared = true;
        }
    }

    /** As whom a service logs in: as itself; a service that only exists in tests, as an administrator. */
    public KafkaLogin kafkaLogin(String service) {
        KafkaLogin administrator = kafkaAccess().login();
        boolean known = Topics.SERVICES.contains(service) || service.equals(KafkaPermissions.OBSERVER);
        if (!known || administrator.isAnonymous()) {
            return administrator;
        }
        createTopics();
        return new KafkaLogin(administrator.protocol(), namespace + service, kafkaPassword);
    }

    public String opsPassword() {
        return opsPassword;
    }

    /** The settings of a service as Spring properties. */
    public Map<String, String> properties(String service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("hairline.mongodb.uri", mongoUri(service));
        properties.put("hairline.kafka", kafka());
        properties.putAll(kafkaLogin(service).settings());
        properties.put("hairline.namespace", namespace);
        properties.put("hairline.ops.password", opsPassword);
        properties.put("hairline." + service + ".key", key);
        return properties;
    }

    /** The same as environment variables of a child process. */
    public Map<String, String> environment(String service) {
        return properties(service).entrySet().stream()
                .collect(Collectors.toMap(
                        it -> it.getKey().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT),
                        Map.Entry::getValue));
    }

    /** The mongod that this JVM may kill and start again. */
    public MongoServer mongoServer() {
        return servers.localMongo();
    }

    /** Makes the mongod that this JVM may kill one of three. */
    public MongoReplicaSet mongoSet() {
        return servers.mongoSet();
    }

    /** The broker that this JVM may kill and start again. */
    public KafkaServer kafkaServer() {
        return servers.localKafka();
    }

    /** Starts a process that uses these servers; it ends when this JVM does, however that happens. */
    public ChildProcess start(String name, Path log, Map<String, String> environment, List<String> command) {
        return servers.start(name, log, environment, command);
    }

    /** The mongod in use, if it is a child process: other JVMs needn't look for one again. */
    public Optional<Path> mongod() {
        return servers instanceof LocalServers local
                ? Optional.of(local.localMongo().binary())
                : Optional.empty();
    }

    private void forget() {
        try {
            if (servers.areShared()) {
                MongoAccess access = new MongoAccess(adminMongoUri());
                access.databases().stream()
                        .filter(it -> it.startsWith(namespace.replace('.', '_')))
                        .forEach(access::drop);
                kafkaAccess().delete(namespace);
            }
        } catch (RuntimeException e) {
            // The servers ended before, with all that was in them.
        } finally {
            servers.stop();
        }
    }

    private static String randomLetters() {
        return ThreadLocalRandom.current()
                .ints(5, 0, 36)
                .mapToObj(it -> Character.toString(Character.forDigit(it, 36)))
                .collect(Collectors.joining());
    }
}
