package io.hairline.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ServicesHealthTests {

    /** The answer of the first service's readiness probe. */
    private final AtomicInteger first = new AtomicInteger(200);

    private final List<HttpServer> services =
            Stream.generate(ServicesHealthTests::service).limit(5).toList();
    private final ServicesHealth health =
            new ServicesHealth(new ServiceAddresses(address(0), address(1), address(2), address(3), address(4)));

    ServicesHealthTests() {
        answers(services.getFirst(), first);
        services.subList(1, services.size()).forEach(it -> answers(it, new AtomicInteger(200)));
    }

    private static void answers(HttpServer service, AtomicInteger status) {
        service.createContext("/readyz", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        services.forEach(it -> it.stop(0));
    }

    @Test
    void isReadyWhileEveryServiceIs() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void fallsWithAServiceThatIsNotReadyAndNamesIt() {
        first.set(503);

        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails())
                .containsEntry("headoffice", "not ready")
                .containsEntry("booking", "ready");
        first.set(200);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void fallsWithAServiceThatIsAway() {
        services.getLast().stop(0);

        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails()).containsEntry("identity", "not ready");
    }

    private URI address(int number) {
        return URI.create(
                "http://127.0.0.1:" + services.get(number).getAddress().getPort());
    }

    private static HttpServer service() {
        try {
            return HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
