package io.hairline.launcher.infrastructure;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As whom a program talks to Kafka: a user with a password (SCRAM-SHA-512), or nobody where a cluster asks for none.
 *
 * @param protocol Kafka's {@code security.protocol}
 */
public record KafkaLogin(String protocol, String username, String password) {

    static final String MECHANISM = "SCRAM-SHA-512";

    /** For a cluster that knows no users. */
    static final KafkaLogin ANONYMOUS = new KafkaLogin("PLAINTEXT", "", "");

    /** A user of a broker without TLS. */
    public KafkaLogin(String username, String password) {
        this("SASL_PLAINTEXT", username, password);
    }

    /**
     * What the environment says.
     *
     * @param prefix of the variables {@code …_USERNAME}, {@code …_PASSWORD} and {@code …_PROTOCOL}
     */
    public static KafkaLogin of(Map<String, String> environment, String prefix) {
        @Nullable String username = environment.get(prefix + "_USERNAME");
        return username == null || username.isEmpty()
                ? ANONYMOUS
                : new KafkaLogin(
                        environment.getOrDefault(prefix + "_PROTOCOL", "SASL_PLAINTEXT"),
                        username,
                        environment.getOrDefault(prefix + "_PASSWORD", ""));
    }

    public boolean isAnonymous() {
        return username.isEmpty();
    }

    /** The settings of a Kafka client that logs in so, in a map of the caller's own. */
    public Map<String, Object> client(String bootstrapServers) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", bootstrapServers);
        config.put("security.protocol", protocol);
        if (!isAnonymous()) {
            config.put("sasl.mechanism", MECHANISM);
            config.put("sasl.jaas.config", jaas("scram.ScramLoginModule", username, password, ""));
        }
        return config;
    }

    /** The same as settings of a service. */
    public Map<String, String> settings() {
        return Map.of(
                "hairline.kafka-protocol", protocol,
                "hairline.kafka-username", username,
                "hairline.kafka-password", password);
    }

    static String jaas(String module, String username, String password, String more) {
        return "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\"%s;"
                .formatted(module, username, password, more);
    }

    @Override
    public String toString() {
        return "KafkaLogin[" + username + "]";
    }
}
