package io.hairline.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StreamsIT extends PortalIT {

    private static final String END = "";

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean abandoned = new AtomicBoolean();

    @Test
    void passesEachEventOnAtOnceHoweverLongTheSilenceBefore() throws Exception {
        booking.does(this::stream);

        try (BufferedReader lines = open()) {
            events.add("first");
            assertThat(lines.readLine()).isEqualTo("data: first");
            assertThat(lines.readLine()).isEmpty();

            Duration longerThanAnyCallMayTake = Duration.ofMillis(900);
            await().pollDelay(longerThanAnyCallMayTake).until(() -> true);
            events.add("second");
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
        events.add(END);
    }

    @Test
    void letsTheServiceKnowThatAVisitorHasLeft() throws Exception {
        booking.does(this::stream);
        BufferedReader lines = open();
        events.add("first");
        assertThat(lines.readLine()).isEqualTo("data: first");

        lines.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            events.add("is anybody there?");
            return abandoned.get();
        });
    }

    private BufferedReader open() throws IOException, InterruptedException {
        var answer = visitor.send(
                request("/api/v1/appointments/stream")
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        InputStream body = answer.body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        try {
            for (String event = next(); !event.equals(END); event = next()) {
                exchange.getResponseBody().write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (IOException e) {
            abandoned.set(true);
            throw e;
        }
    }

    private String next() {
        try {
            String event = events.poll(20, TimeUnit.SECONDS);
            return event == null ? END : event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }
}
