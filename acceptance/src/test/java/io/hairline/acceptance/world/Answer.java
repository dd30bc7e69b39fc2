package io.hairline.acceptance.world;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What came back.
 *
 * @param status 0 if nothing did: refused, cut off, or too late
 */
public record Answer(int status, JsonNode body, String contentType, Duration took) {

    /** Whether there is no point in asking the same again: somebody answered, and not that the service can't just now. */
    public boolean isFinal() {
        return status > 0 && status != 503;
    }

    public String text(String field) {
        return body.path(field).asString("");
    }

    /** The slug of a problem. */
    public String problem() {
        return text("type").replaceFirst("^/problems/", "");
    }
}
