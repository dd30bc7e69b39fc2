package io.hairline.portal.gateway;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way to the visitor: never held in memory, and event streams leave event by event. */
final class ProxiedResponse implements ServerResponse {

    private static final int BUFFER = 16 * 1024;

    private final ClassicHttpResponse upstream;
    private final Cancellable call;
    private final HttpHeaders headers = new HttpHeaders();

    private ProxiedResponse(ClassicHttpResponse upstream, Cancellable call) {
        this.upstream = upstream;
        this.call = call;
    }

    static ProxiedResponse of(ClassicHttpResponse upstream, Cancellable call, ProxyExchange.Request request) {
        ProxiedResponse answer = new ProxiedResponse(upstream, call);
        HttpHeaders received = new HttpHeaders();
        Arrays.stream(upstream.getHeaders()).forEach(it -> received.add(it.getName(), it.getValue()));
        var response = new Received(answer.statusCode(), received);
        request.getResponseConsumers().forEach(it -> it.accept(response, answer));
        return answer;
    }

    /** Whatever the service says: no cache on the way may keep what one person was shown. */
    static ServerResponse neverCached(ServerResponse answer) {
        if (answer instanceof ProxiedResponse relayed) {
            relayed.headers.setCacheControl("no-store");
            relayed.headers.remove(HttpHeaders.EXPIRES);
        }
        return answer;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(upstream.getCode());
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (upstream) {
            response.setStatus(upstream.getCode());
            headers.forEach((name, values) -> write(response, name, values));
            if (upstream.getEntity() != null) {
                relay(upstream.getEntity().getContent(), response.getOutputStream());
            }
        }
        return null;
    }

    private void relay(InputStream in, OutputStream out) throws IOException {
        try {
            copy(in, out, isStream());
        } catch (IOException e) {
            call.cancel(); // without it, closing would first read what is left, which for a stream has no end
            throw e;
        }
    }

    private static void write(HttpServletResponse response, String name, List<String> values) {
        response.setHeader(name, values.getFirst());
        values.stream().skip(1).forEach(value -> response.addHeader(name, value));
    }

    private boolean isStream() {
        return MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(headers.getContentType());
    }

    private static void copy(InputStream in, OutputStream out, boolean eventByEvent) throws IOException {
        if (!eventByEvent) {
            in.transferTo(out);
            return;
        }
        out.flush();
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    private record Received(HttpStatusCode status, HttpHeaders headers) implements ProxyExchange.Response {
        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
