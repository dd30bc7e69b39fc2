package io.hairline.kit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service finds its servers and what it is called.
 *
 * @param service the service's one word, such as {@code booking}: its database, its source, its group
 * @param namespace put before every topic, group and database; empty outside tests
 * @param kafka bootstrap servers
 * @param demo whether business time may be moved
 */
@ConfigurationProperties("hairline")
public record HairlineProperties(
        String service,
        @DefaultValue("") String namespace,
        String kafka,
        @DefaultValue("false") boolean demo) {

    public String topic(String name) {
        return namespace + name;
    }
}
