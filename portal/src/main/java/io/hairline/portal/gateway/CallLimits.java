package io.hairline.portal.gateway;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one call may cost.
 *
 * @param read how long a service may be silent before it counts as away; event streams may be silent for ever
 * @param document how long a service may take for its OpenAPI document, whose first one is worked out when it is asked for
 * @param connections to one service at a time, and as long a queue again for {@code connect}
 * @param streams open to one service at a time, apart from the connections
 * @param body of every call but a photo's and a table's
 * @param table one of thousands of clients, or of their past appointments
 * @param tables how long a service may take to store one
 * @param photo a picture of 25 MB and what stands around it; it is handed on as it comes
 */
@ConfigurationProperties("hairline.portal")
record CallLimits(
        @DefaultValue("1s") Duration connect,
        @DefaultValue("6s") Duration read,
        @DefaultValue("30s") Duration document,
        @DefaultValue("256") int connections,
        @DefaultValue("4096") int streams,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("2MB") DataSize table,
        @DefaultValue("2m") Duration tables,
        @DefaultValue("26MB") DataSize photo) {

    private static final String PHOTOS = "/api/v1/photos";
    private static final Set<String> TABLES = Set.of("/api/v1/clients/import", "/api/v1/past-appointments/import");

    /** How long a body may be that is sent to this path. */
    DataSize bodyAt(String path) {
        return path.equals(PHOTOS) ? photo : isTable(path) ? table : body;
    }

    /** Whether a table is sent to this path. */
    boolean isTable(String path) {
        return TABLES.contains(path);
    }
}
