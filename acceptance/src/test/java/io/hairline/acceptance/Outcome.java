package io.hairline.acceptance;

import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What has become of a client, as the manager of the client's clinic sees it. */
record Outcome(RunningDemo demo, String client) {

    /** The states of a message for which something will still happen. */
    static final Set<String> OPEN = Set.of("PLANNED", "DEFERRED", "SENDING");

    /** The client's appointments and touch-ups, each with its state. */
    List<String> visits() {
        return Stream.concat(
                        items("/appointments?limit=100&").map(it -> words(it, "serviceCode", "status")),
                        items("/touch-ups?").map(it -> "touch-up " + words(it, "status")))
                .sorted()
                .toList();
    }

    /** The client's messages, as these fields tell them. */
    List<String> messages(Predicate<JsonNode> which, String... fields) {
        return items("/messages?limit=100&")
                .filter(which)
                .map(it -> words(it, fields))
                .sorted()
                .toList();
    }

    /** The messages for which nothing more will happen. */
    Set<String> ended() {
        return items("/messages?limit=100&")
                .filter(it -> !OPEN.contains(it.path("status").asString("")))
                .map(it -> it.path("id").asString(""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<JsonNode> items(String path) {
        Api manager = demo.as("manager-ber");
        return manager.get(path + "clientId=" + client).body().path("items").valueStream();
    }

    private static String words(JsonNode item, String... fields) {
        return Stream.of(fields).map(it -> item.path(it).asString("")).collect(Collectors.joining(" "));
    }
}
