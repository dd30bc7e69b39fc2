package io.hairline.launcher.system;

import io.hairline.launcher.machine.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The user {@code ops} at the services' management ports. */
public record Operator(Addresses addresses, String password) {

    public JsonNode get(Service service, String endpoint) {
        return send(service, request(service, endpoint).build());
    }

    public JsonNode post(Service service, String endpoint, String json) {
        return send(
                service,
                request(service, endpoint)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    /**
     * Asks an endpoint to throw something away.
     *
     * @param query what, as URL-encoded parameters
     */
    public JsonNode delete(Service service, String endpoint, String query) {
        return send(service, request(service, endpoint + "?" + query).DELETE().build());
    }

    private HttpRequest.Builder request(Service service, String endpoint) {
        String credentials = Base64.getEncoder().encodeToString(("ops:" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(addresses.management(service) + "/" + endpoint))
                .header("Authorization", "Basic " + credentials)
                .header("Accept", "application/json")
                .timeout(Duration.ofMinutes(2));
    }

    private static JsonNode send(Service service, HttpRequest request) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new LauncherException(
                        "%s answered %d at %s".formatted(service.name(), response.statusCode(), request.uri()));
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException e) {
            throw new LauncherException("%s doesn't answer at %s".formatted(service.name(), request.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted.");
        }
    }
}
