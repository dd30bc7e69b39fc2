package io.hairline.portal.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready when every service behind the entrance is: without one of them some pages and calls can only refuse. */
@Component("services")
class ServicesHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String READY = "/readyz";

    private final Map<String, URI> services;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    ServicesHealth(ServiceAddresses services) {
        this.services = Map.of(
                "booking", services.booking(),
                "headoffice", services.headoffice(),
                "identity", services.identity(),
                "notification", services.notification(),
                "treatment", services.treatment());
    }

    @Override
    public Health health() {
        Map<String, CompletableFuture<Boolean>> asked = new TreeMap<>();
        services.forEach((name, address) ->
                asked.put(name, CompletableFuture.supplyAsync(() -> isReady(address), Thread::startVirtualThread)));
        Map<String, String> answers = new TreeMap<>();
        asked.forEach((name, ready) -> answers.put(name, ready.join() ? "ready" : "not ready"));
        boolean all = !answers.containsValue("not ready");
        return (all ? Health.up() : Health.outOfService()).withDetails(answers).build();
    }

    private boolean isReady(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(READY)).timeout(PATIENCE).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
