package io.hairline.portal.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A real HTTP server that stands for a service and does what the test says. */
public final class Upstream implements AutoCloseable {

    private final HttpServer server;
    private volatile HttpHandler behaviour = exchange -> answer(exchange, 200, "ok");

    public Upstream() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                behaviour.handle(exchange);
            }
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void does(HttpHandler next) {
        behaviour = next;
    }

    /** Answers as a service does. */
    public static void json(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(exchange, 200, body);
    }

    /** Remembers each call and answers with its body. */
    public Received echoes() {
        Received received = new Received();
        does(exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.note(exchange, body);
            answer(exchange, 200, new String(body, StandardCharsets.UTF_8));
        });
        return received;
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
