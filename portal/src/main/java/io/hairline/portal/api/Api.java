package io.hairline.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** One service's API, as one caller sees it. Whatever isn't a success is thrown as {@link ApiProblem}. */
public final class Api {

    private static final String BASE = "/api/v1";

    private final RestClient http;
    private final RestClient files;
    private final URI address;
    private final String service;
    private final String token;
    private final Map<String, String> headers;

    Api(RestClient http, RestClient files, URI address, String service, String token) {
        this(http, files, address, service, token, Map.of());
    }

    private Api(
            RestClient http, RestClient files, URI address, String service, String token, Map<String, String> headers) {
        this.http = http;
        this.files = files;
        this.address = address;
        this.service = service;
        this.token = token;
        this.headers = headers;
    }

    /** The same with one more header in every call that reads, or sends JSON. */
    public Api with(String header, String value) {
        return new Api(http, files, address, service, token, Map.of(header, value));
    }

    private record Items<T>(List<T> items) {}

    /** A part of a list and where the next one begins. */
    public record Page<T>(List<T> items, @Nullable String nextCursor) {}

    public <T> T get(Class<T> type, String path, @Nullable Object... variables) {
        return call(HttpMethod.GET, type, uri(path, Map.of(), variables), null, null);
    }

    /** The first page of a list; parameters without a value are left out. */
    public <T> List<T> list(Class<T> item, String path, Map<String, ?> parameters) {
        ResolvableType type = ResolvableType.forClassWithGenerics(Items.class, item);
        Items<T> page = call(
                HttpMethod.GET, ParameterizedTypeReference.forType(type.getType()), uri(path, parameters), null, null);
        return page.items();
    }

    /** One page of a list, for those who go on to the next. */
    public <T> Page<T> page(Class<T> item, String path, Map<String, ?> parameters) {
        ResolvableType type = ResolvableType.forClassWithGenerics(Page.class, item);
        return call(
                HttpMethod.GET, ParameterizedTypeReference.forType(type.getType()), uri(path, parameters), null, null);
    }

    /** What isn't a list but takes parameters. */
    public JsonNode read(String path, Map<String, ?> parameters) {
        return call(HttpMethod.GET, JsonNode.class, uri(path, parameters), null, null);
    }

    /** A document as it is, to be handed on to the reader's browser. */
    public byte[] file(String path, Map<String, ?> parameters) {
        try {
            byte[] answer = http.get()
                    .uri(uri(path, parameters))
                    .accept(MediaType.ALL)
                    .headers(it -> it.setBearerAuth(token))
                    .retrieve()
                    .onStatus(it -> !it.is2xxSuccessful(), (_, response) -> {
                        throw refused(response);
                    })
                    .body(byte[].class);
            return answer == null ? new byte[0] : answer;
        } catch (RestClientException e) {
            throw ApiProblem.away(service);
        }
    }

    /** Takes a document as it comes. */
    @FunctionalInterface
    public interface Receiver {
        void take(HttpHeaders headers, InputStream content) throws IOException;
    }

    /** Hands a document of any length on to its reader, without holding it. */
    public void stream(String path, Receiver receiver) {
        try {
            var _ = files.get()
                    .uri(uri(path, Map.of()))
                    .accept(MediaType.ALL)
                    .headers(it -> it.setBearerAuth(token))
                    .exchange((_, response) -> {
                        if (!response.getStatusCode().is2xxSuccessful()) {
                            throw refused(response);
                        }
                        receiver.take(response.getHeaders(), response.getBody());
                        return true;
                    });
        } catch (RestClientException e) {
            throw ApiProblem.away(service);
        }
    }

    /**
     * Hands a form with a file on as it comes in, without holding it.
     *
     * @param length of the body; -1 if it isn't known
     */
    public JsonNode upload(String path, MediaType type, long length, InputStream body) {
        try {
            JsonNode answer = files.post()
                    .uri(uri(path, Map.of()))
                    .accept(MediaType.APPLICATION_JSON)
                    .headers(it -> {
                        it.setBearerAuth(token);
                        if (length > 0) {
                            it.setContentLength(length);
                        }
                    })
                    .contentType(type)
                    .body(body::transferTo)
                    .retrieve()
                    .onStatus(it -> !it.is2xxSuccessful(), (_, response) -> {
                        throw refused(response);
                    })
                    .body(JsonNode.class);
            if (answer == null) {
                throw ApiProblem.away(service);
            }
            return answer;
        } catch (RestClientException e) {
            throw ApiProblem.away(service);
        }
    }

    /** Sent twice with the same key, it happens once. */
    public JsonNode post(String key, Object body, String path, @Nullable Object... variables) {
        return call(HttpMethod.POST, JsonNode.class, uri(path, Map.of(), variables), key, body);
    }

    /**
     * Sends what isn't JSON, such as a table, which may take some minutes.
     *
     * @param key an idempotency key; nothing for what changes nothing
     */
    public <T> T upload(
            Class<T> type,
            @Nullable String key,
            String contentType,
            byte[] body,
            String path,
            Map<String, ?> parameters) {
        RestClient.RequestBodySpec request = files.post()
                .uri(uri(path, parameters))
                .accept(MediaType.APPLICATION_JSON)
                .headers(it -> it.setBearerAuth(token));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            T answer = request.contentType(MediaType.parseMediaType(contentType))
                    .body(body)
                    .retrieve()
                    .onStatus(it -> !it.is2xxSuccessful(), (_, response) -> {
                        throw refused(response);
                    })
                    .body(type);
            if (answer == null) {
                throw ApiProblem.away(service);
            }
            return answer;
        } catch (RestClientException e) {
            throw ApiProblem.away(service);
        }
    }

    /** Replaces what is there; it is safe to send it twice. */
    public JsonNode put(Object body, String path, @Nullable Object... variables) {
        return call(HttpMethod.PUT, JsonNode.class, uri(path, Map.of(), variables), null, body);
    }

    /** Replaces what is there, unless somebody changed it since it was read: then it is {@code stale-version}. */
    public JsonNode put(long version, Object body, String path, @Nullable Object... variables) {
        return call(HttpMethod.PUT, type(), uri(path, Map.of(), variables), null, body, version);
    }

    /** As {@link #post(String, Object, String, Object...)}, unless somebody changed it since it was read.
     *
     * @param version what was read; nothing where it isn't known, and then the last one to write wins
     */
    public JsonNode post(String key, @Nullable Long version, Object body, String path, @Nullable Object... variables) {
        return call(HttpMethod.POST, type(), uri(path, Map.of(), variables), key, body, version);
    }

    /** Ends or removes what is there; it is safe to send it twice. */
    public void delete(String path, @Nullable Object... variables) {
        try {
            http.delete()
                    .uri(uri(path, Map.of(), variables))
                    .headers(it -> it.setBearerAuth(token))
                    .retrieve()
                    .onStatus(it -> !it.is2xxSuccessful(), (_, response) -> {
                        throw refused(response);
                    })
                    .toBodilessEntity();
        } catch (RestClientException e) {
            throw ApiProblem.away(service);
        }
    }

    /** Ends what is there and stays to be read; the answer is what has become of it. */
    public JsonNode end(String path, @Nullable Object... variables) {
        return call(HttpMethod.DELETE, type(), uri(path, Map.of(), variables), null, null);
    }

    private static ParameterizedTypeReference<JsonNode> type() {
        return ParameterizedTypeReference.forType(JsonNode.class);
    }

    /** Gives back what was only lent, by the token that came with it. */
    public boolean release(String path, String holdToken) {
        http.delete()
                .uri(uri(path, Map.of()))
                .headers(it -> it.setBearerAuth(token))
                .header("X-Hold-Token", holdToken)
                .retrieve()
                .onStatus(it -> !it.is2xxSuccessful(), (_, response) -> {
                    throw refused(response);
                })
                .toBodilessEntity();
        return true;
    }

    private <T> T call(HttpMethod method, Class<T> type, URI uri, @Nullable String key, @Nullable Object body) {
        return call(method, ParameterizedTypeReference.forType(type), uri, key, body);
    }

    private <T> T call(
            HttpMethod method,
            ParameterizedTypeReference<T> type,
            URI uri,
            @Nullable String key,
            @Nullable Object body) {
        return call(method, type, uri, key, body, null);
    }

    private <T> T call(
            HttpMethod method,
            ParameterizedTypeReference<T> type,
            URI uri,
            @Nullable String key,
            @Nullable Object body,
            @Nullable Long version) {
        RestClient.RequestBodySpec request = http.method(method).uri(uri).accept(MediaType.APPLICATION_JSON);
        if (!token.isEmpty()) {
            request.headers(it -> it.setBearerAuth(token));
        }
        headers.forEach(request::header);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        try {
            T answer = request.retrieve()
                    .onStatus(it -> !it.is2xxSuccessful(), (_, response) -> {
                        throw refused(response);
                    })
                    .body(type);
            if (answer == null) {
                throw ApiProblem.away(service);
            }
            return answer;
        } catch (RestClientException e) {
            throw ApiProblem.away(service);
        }
    }

    private ApiProblem refused(ClientHttpResponse response) throws IOException {
        return ApiProblem.of(
                response.getStatusCode().value(), service, response.getBody().readAllBytes());
    }

    private URI uri(String path, Map<String, ?> parameters, @Nullable Object... variables) {
        UriComponentsBuilder uri =
                UriComponentsBuilder.fromUri(address).path(BASE).path(path);
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                uri.queryParam(name, "{" + name + "}");
            }
        });
        Map<String, Object> known = new java.util.HashMap<>(parameters);
        return variables.length > 0
                ? uri.encode().buildAndExpand(variables).toUri()
                : uri.encode().buildAndExpand(known).toUri();
    }
}
