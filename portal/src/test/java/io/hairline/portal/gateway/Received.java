package io.hairline.portal.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The last call that reached an {@link Upstream}. */
public final class Received {

    private volatile @Nullable String line;
    private volatile @Nullable Headers headers;
    private volatile String body = "";

    void note(HttpExchange exchange, byte[] bytes) {
        line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        headers = exchange.getRequestHeaders();
        body = new String(bytes, StandardCharsets.UTF_8);
    }

    public boolean isEmpty() {
        return line == null;
    }

    public String line() {
        return Objects.requireNonNull(line, "no call arrived");
    }

    List<String> header(String name) {
        return Objects.requireNonNull(headers, "no call arrived").getOrDefault(name, List.of());
    }

    public String body() {
        return body;
    }
}
