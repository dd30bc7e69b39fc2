package io.hairline.launcher.infrastructure;

import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.Topics.Topic;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The administrator's side of a Kafka cluster, wherever it runs.
 *
 * @param login an administrator
 */
public record KafkaAccess(String bootstrapServers, KafkaLogin login) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ITERATIONS = 4_096;

    /** Settings of a Kafka client with an administrator's rights, in a map of the caller's own. */
    public Map<String, Object> client() {
        return login.client(bootstrapServers);
    }

    /**
     * Makes everything that services need in this cluster: topics, one user per service, and what each may do. A second
     * call changes nothing but passwords. A cluster that knows no users gets its topics only.
     *
     * @param passwords by the name of the user, without namespace
     */
    public void prepare(String namespace, Map<String, String> passwords) {
        create(Topics.all(namespace));
        if (!login.isAnonymous()) {
            enrol(passwords.entrySet().stream()
                    .collect(Collectors.toMap(it -> namespace + it.getKey(), Map.Entry::getValue)));
            permit(namespace);
        }
    }

    /**
     * Creates what is missing, and comes back when every partition has a leader that answers: until then a producer's
     * first records may be refused. Topics that exist stay as they are.
     */
    public void create(List<Topic> topics) {
        run("create topics", admin -> {
            Map<String, KafkaFuture<Void>> created = admin.createTopics(topics.stream()
                            .map(it -> new NewTopic(it.name(), it.partitions(), (short) -1).configs(it.config()))
                            .toList())
                    .values();
            for (KafkaFuture<Void> topic : created.values()) {
                awaitCreation(topic);
            }
            awaitLeaders(admin, topics);
            return topics;
        });
    }

    private static void awaitCreation(KafkaFuture<Void> topic) throws ExecutionException, InterruptedException {
        try {
            topic.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
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

    /** Gives users these passwords, and comes back when the broker lets them in. */
    void enrol(Map<String, String> passwords) {
        run("create users", admin -> {
            List<UserScramCredentialAlteration> users = new ArrayList<>();
            passwords.forEach((name, password) -> users.add(new UserScramCredentialUpsertion(
                    name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)));
            admin.alterUserScramCredentials(users).all().get();
            await("Kafka's new users aren't known", () -> users(admin).containsAll(passwords.keySet()));
            return users;
        });
    }

    private static Set<String> users(Admin admin) {
        try {
            return new HashSet<>(admin.describeUserScramCredentials().users().get());
        } catch (ExecutionException e) {
            return Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    /** Allows a namespace's users what the table says and takes back what it no longer says. */
    private void permit(String namespace) {
        run("set permissions", admin -> {
            Set<AclBinding> wanted = KafkaPermissions.of(namespace);
            Set<AclBinding> known = permissions(admin, namespace);
            List<AclBindingFilter> withdrawn = known.stream()
                    .filter(it -> !wanted.contains(it))
                    .map(AclBinding::toFilter)
                    .toList();
            admin.deleteAcls(withdrawn).all().get();
            admin.createAcls(wanted.stream().filter(it -> !known.contains(it)).toList())
                    .all()
                    .get();
            await(
                    "Kafka's new permissions aren't known",
                    () -> permissions(admin, namespace).equals(wanted));
            return wanted;
        });
    }

    private static Set<AclBinding> permissions(Admin admin, String namespace) {
        Set<String> ours = Stream.concat(Topics.SERVICES.stream(), Stream.of(KafkaPermissions.OBSERVER))
                .map(it -> KafkaPermissions.principal(namespace + it))
                .collect(Collectors.toSet());
        try {
            return admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                    .filter(it -> ours.contains(it.entry().principal()))
                    .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            throw new LauncherException("Kafka doesn't tell its permissions: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while permissions were read.");
        }
    }

    private static void await(String otherwise, BooleanSupplier done) {
        if (!Waiting.until(PATIENCE, done)) {
            throw new LauncherException(otherwise + " after " + PATIENCE.toSeconds() + " seconds.");
        }
    }

    void awaitReady(Duration patience) {
        try (Admin admin = admin()) {
            if (!Waiting.until(patience, () -> hasNodes(admin))) {
                throw new LauncherException(
                        "Kafka at " + bootstrapServers + " isn't ready after " + patience.toSeconds() + " seconds.");
            }
        }
    }

    private boolean hasNodes(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthenticationException) {
                throw new LauncherException(
                        "Kafka at %s refuses the password of its user %s. If its data are older than"
                                        .formatted(bootstrapServers, login.username())
                                + " its passwords, start with new data: ./hairline up --fresh",
                        e);
            }
            return false;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Set<String> topics(String namespace) {
        return run(
                "tell its topics",
                admin -> admin.listTopics().names().get().stream()
                        .filter(it -> it.startsWith(namespace))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Deletes a namespace's topics, users and permissions. */
    void delete(String namespace) {
        run("delete topics", admin -> {
            admin.deleteTopics(topics(namespace)).all().get();
            if (!login.isAnonymous()) {
                admin.deleteAcls(KafkaPermissions.of(namespace).stream()
                                .map(AclBinding::toFilter)
                                .toList())
                        .all()
                        .get();
                admin.alterUserScramCredentials(users(admin).stream()
                                .filter(it -> it.startsWith(namespace))
                                .<UserScramCredentialAlteration>map(
                                        it -> new UserScramCredentialDeletion(it, ScramMechanism.SCRAM_SHA_512))
                                .toList())
                        .all()
                        .get();
            }
            return namespace;
        });
    }

    private interface Task<T> {
        T run(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T run(String what, Task<T> task) {
        try (Admin admin = admin()) {
            return task.run(admin);
        } catch (ExecutionException e) {
            throw new LauncherException("Kafka refused to " + what + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while Kafka was asked to " + what + ".");
        }
    }

    private Admin admin() {
        Map<String, Object> config = client();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "30000");
        return Admin.create(config);
    }
}
