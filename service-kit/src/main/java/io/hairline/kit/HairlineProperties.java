package io.hairline.kit;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service finds its servers and what it is called.
 *
 * @param service the service's one word, such as {@code booking}: its database, its source, its group
 * @param namespace put before every topic, group and database; empty outside tests
 * @param kafka bootstrap servers
 * @param kafkaProtocol Kafka's {@code security.protocol}: {@code SASL_PLAINTEXT} on one machine, {@code SASL_SSL} between
 *     machines
 * @param kafkaUsername the service's own Kafka user (SCRAM-SHA-512)
 * @param kafkaPassword without quotes and backslashes, because it also stands in {@code kit.yml}'s JAAS line
 * @param demo whether business time may be moved
 */
@ConfigurationProperties("hairline")
public record HairlineProperties(
        String service,
        @DefaultValue("") String namespace,
        String kafka,
        @DefaultValue("SASL_PLAINTEXT") String kafkaProtocol,
        @DefaultValue("") String kafkaUsername,
        @DefaultValue("") String kafkaPassword,
        @DefaultValue("false") boolean demo) {

    public String topic(String name) {
        return namespace + name;
    }

    /** What each Kafka client of the service needs to log in, in a map of the caller's own. */
    public Map<String, Object> kafkaClient() {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", kafka);
        config.put("security.protocol", kafkaProtocol);
        config.put("sasl.mechanism", "SCRAM-SHA-512");
        config.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(kafkaUsername, kafkaPassword));
        return config;
    }

    @Override
    public String toString() {
        return "HairlineProperties[service=%s, namespace=%s, kafka=%s]".formatted(service, namespace, kafka);
    }
}
