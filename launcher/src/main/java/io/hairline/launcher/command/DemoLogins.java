package io.hairline.launcher.command;

import io.hairline.launcher.system.Addresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who can log in to the demo, as identity tells it through the portal. */
final class DemoLogins {

    private DemoLogins() {}

    /** Empty if this is no demo. */
    static List<String> ask(Addresses addresses) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.portal() + "/demo/logins"))
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? parse(response.body()) : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> parse(String json) {
        try {
            JsonNode tree = JsonMapper.shared().readTree(json);
            JsonNode items = tree.has("items") ? tree.get("items") : tree;
            return items.valueStream()
                    .map(it -> it.isString() ? it.asString() : it.path("login").asString(""))
                    .filter(it -> !it.isBlank())
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    /** One of each kind, in the order told. */
    static List<String> someOf(List<String> logins) {
        return Stream.of("head-office", "region-", "manager-", "desk-", "practitioner-", "client-")
                .flatMap(kind ->
                        logins.stream().filter(it -> it.startsWith(kind)).limit(1))
                .toList();
    }
}
