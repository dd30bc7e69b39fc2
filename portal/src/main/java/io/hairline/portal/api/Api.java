package io.hairline.portal.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** One service's API, as one caller sees it. Whatever isn't a success is thrown as {@link ApiProblem}. */
public final class Api {

    static final String KEY = "Idempotency-Key";

    /** As many as one call lists. */
    private static final int MOST = 200;

    private static final ParameterizedTypeReference<JsonNode> JSON = ParameterizedTypeReference.forType(JsonNode.class);

    private final ServiceCalls calls;
    private final Map<String, String> headers;

    Api(ServiceCalls calls) {
        this(calls, Map.of());
    }

    private Api(ServiceCalls calls, Map<String, String> headers) {
        this.calls = calls;
        this.headers = headers;
    }

    /** The same with one more header in every call that reads, or sends JSON. */
    public Api with(String header, String value) {
        return new Api(calls, Map.of(header, value));
    }

    /** Its documents. */
    public ApiFiles files() {
        return new ApiFiles(calls);
    }

    private record Items<T>(List<T> items) {}

    /** A part of a list and where the next one begins. */
    public record Page<T>(List<T> items, @Nullable String nextCursor) {}

    public <T> T get(Class<T> type, String path, @Nullable Object... variables) {
        return read(ParameterizedTypeReference.forType(type), calls.uri(path, Map.of(), variables));
    }

    /** The first page of a list; parameters without a value are left out. */
    public <T> List<T> list(Class<T> item, String path, Map<String, ?> parameters) {
        ResolvableType type = ResolvableType.forClassWithGenerics(Items.class, item);
        Items<T> page = read(ParameterizedTypeReference.forType(type.getType()), calls.uri(path, parameters));
        return page.items();
    }

    /** One page of a list, for those who go on to the next. */
    public <T> Page<T> page(Class<T> item, String path, Map<String, ?> parameters) {
        ResolvableType type = ResolvableType.forClassWithGenerics(Page.class, item);
        return read(ParameterizedTypeReference.forType(type.getType()), calls.uri(path, parameters));
    }

    /** All of a list, page by page; with as many at once as {@code limit} says, or as most lists allow. */
    public <T> List<T> all(Class<T> item, String path, Map<String, ?> parameters) {
        Map<String, Object> query = new HashMap<>(parameters);
        query.putIfAbsent("limit", MOST);
        List<T> all = new ArrayList<>();
        @Nullable String next;
        do {
            Page<T> page = page(item, path, query);
            all.addAll(page.items());
            next = page.nextCursor();
            query.put("cursor", Objects.requireNonNullElse(next, ""));
        } while (next != null);
        return List.copyOf(all);
    }

    /** What isn't a list but takes parameters. */
    public JsonNode read(String path, Map<String, ?> parameters) {
        return read(JSON, calls.uri(path, parameters));
    }

    /** As {@link #read(String, Map)}, in a type. */
    public <T> T read(Class<T> type, String path, Map<String, ?> parameters) {
        return read(ParameterizedTypeReference.<T>forType(type), calls.uri(path, parameters));
    }

    /** Sent twice with the same key, it happens once. */
    public JsonNode post(String key, Object body, String path, @Nullable Object... variables) {
        return send(HttpMethod.POST, path, variables, key, null, body);
    }

    /** Replaces what is there; it is safe to send it twice. */
    public JsonNode put(Object body, String path, @Nullable Object... variables) {
        return send(HttpMethod.PUT, path, variables, null, null, body);
    }

    /** Replaces what is there, unless somebody changed it since it was read: then it is {@code stale-version}. */
    public JsonNode put(long version, Object body, String path, @Nullable Object... variables) {
        return send(HttpMethod.PUT, path, variables, null, version, body);
    }

    /**
     * Replaces what is there, which is no longer the same if it is sent twice: with the same key, it happens once.
     *
     * @param version what was read; nothing where it isn't known, and then the last one to write wins
     */
    public JsonNode put(String key, @Nullable Long version, Object body, String path, @Nullable Object... variables) {
        return send(HttpMethod.PUT, path, variables, key, version, body);
    }

    /** As {@link #post(String, Object, String, Object...)}, unless somebody changed it since it was read.
     *
     * @param version what was read; nothing where it isn't known, and then the last one to write wins
     */
    public JsonNode post(String key, @Nullable Long version, Object body, String path, @Nullable Object... variables) {
        return send(HttpMethod.POST, path, variables, key, version, body);
    }

    /** Ends or removes what is there; it is safe to send it twice. */
    public void delete(String path, @Nullable Object... variables) {
        calls.send(calls.http().delete().uri(calls.uri(path, Map.of(), variables)));
    }

    /** Ends what is there and stays to be read; the answer is what has become of it. */
    public JsonNode end(String path, @Nullable Object... variables) {
        return send(HttpMethod.DELETE, path, variables, null, null, null);
    }

    /** Gives back what was only lent, by the token that came with it. */
    public boolean release(String path, String holdToken) {
        calls.send(calls.http().delete().uri(calls.uri(path, Map.of())).header("X-Hold-Token", holdToken));
        return true;
    }

    private <T> T read(ParameterizedTypeReference<T> type, URI uri) {
        return calls.send(request(HttpMethod.GET, uri), type);
    }

    private JsonNode send(
            HttpMethod method,
            String path,
            @Nullable Object[] variables,
            @Nullable String key,
            @Nullable Long version,
            @Nullable Object body) {
        RestClient.RequestBodySpec request = request(method, calls.uri(path, Map.of(), variables));
        if (key != null) {
            request.header(KEY, key);
        }
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return calls.send(request, JSON);
    }

    private RestClient.RequestBodySpec request(HttpMethod method, URI uri) {
        RestClient.RequestBodySpec request =
                calls.http().method(method).uri(uri).accept(MediaType.APPLICATION_JSON);
        headers.forEach(request::header);
        return request;
    }
}
