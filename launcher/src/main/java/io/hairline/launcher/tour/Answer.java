package io.hairline.launcher.tour;

import tools.jackson.databind.JsonNode;

/** What a service answered. */
public record Answer(int status, JsonNode body) {

    public String text(String field) {
        return body.path(field).asString("");
    }

    JsonNode first() {
        return body.path("items").path(0);
    }
}
