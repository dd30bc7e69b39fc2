package io.hairline.launcher.infrastructure;

import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.Secrets;
import java.nio.file.Path;
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
 * (HAIRLINE_TEST_MONGODB, an administrator's connection string, and HAIRLINE_TEST_KAFKA), else containers where a Docker
 * engine answers, else child processes. All of it is gone when the JVM is.
 */
public final class TestInfrastructure {

    private static @Nullable TestInfrastructure instance;

    private final TestServers servers;
    private final String namespace = "t" + randomLetters() + ".";
    private final String opsPassword = Secrets.random(12);
    private final String key = Secrets.random(32);
    private final Map<String, String> uris = new ConcurrentHashMap<>();

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

    public String kafka() {
        return servers.kafka();
    }

    /** Creates all topics of {@link Topics} in this JVM's namespace; a second call does nothing. */
    public void createTopics() {
        KafkaAccess.create(kafka(), Topics.all(namespace));
    }

    public String opsPassword() {
        return opsPassword;
    }

    /** The settings of a service as Spring properties. */
    public Map<String, String> properties(String service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("hairline.mongodb.uri", mongoUri(service));
        properties.put("hairline.kafka", kafka());
        properties.put("hairline.namespace", namespace);
        properties.put("hairline.ops.password", opsPassword);
        properties.put("hairline." + service + ".key", key);
        return properties;
    }

    /** The same as environment variables of a child process. */
    public Map<String, String> environment(String service) {
        return properties(service).entrySet().stream()
                .collect(Collectors.toMap(
                        it -> it.getKey().replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT),
                        Map.Entry::getValue));
    }

    /** The mongod that this JVM may kill and start again. */
    public MongoServer mongoServer() {
        return servers.localMongo();
    }

    /** Makes the mongod that this JVM may kill one of three. */
    public MongoSet mongoSet() {
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
                KafkaAccess.delete(kafka(), KafkaAccess.topics(kafka(), namespace));
            }
        } catch (RuntimeException e) {
            // The servers went before us; nothing of ours is left in them.
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
