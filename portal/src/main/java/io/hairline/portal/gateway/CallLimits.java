package io.hairline.portal.gateway;

import java.time.Duration;
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
 * @param body of every call but a photo's
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
        @DefaultValue("26MB") DataSize photo) {

    private static final String PHOTOS = "/api/v1/photos";

    /** How long a body may be that is sent to this path. */
    DataSize bodyAt(String path) {
        return path.equals(PHOTOS) ? photo : body;
    }
}
