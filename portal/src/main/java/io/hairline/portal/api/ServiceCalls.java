package io.hairline.portal.api;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Calls of one service with one token: a success is answered as it is, anything else thrown as {@link ApiProblem}.
 *
 * @param http for what is answered within seconds
 * @param files for documents, which may take minutes
 * @param service its name, for people
 * @param token of the caller; empty for what everybody may read
 * @param clinic in which the caller acts; absent where no page says so
 */
record ServiceCalls(
        RestClient http,
        RestClient files,
        URI address,
        String service,
        String token,
        @Nullable String clinic) {

    private static final String BASE = "/api/v1";

    /** Parameters without a value are left out. */
    URI uri(String path, Map<String, ?> parameters, @Nullable Object... variables) {
        UriComponentsBuilder uri =
                UriComponentsBuilder.fromUri(address).path(BASE).path(path);
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                uri.queryParam(name, "{" + name + "}");
            }
        });
        Map<String, Object> known = new HashMap<>(parameters);
        return variables.length > 0
                ? uri.encode().buildAndExpand(variables).toUri()
                : uri.encode().buildAndExpand(known).toUri();
    }

    /** The body of an answer that has one. */
    <T> T send(RestClient.RequestHeadersSpec<?> request, ParameterizedTypeReference<T> type) {
        return find(request, type).orElseThrow(this::away);
    }

    /** The body; empty where the answer has none. */
    <T> Optional<T> find(RestClient.RequestHeadersSpec<?> request, ParameterizedTypeReference<T> type) {
        try {
            return Optional.ofNullable(retrieve(request).body(type));
        } catch (RestClientException e) {
            throw away();
        }
    }

    /** Where nobody looks at the answer. */
    void send(RestClient.RequestHeadersSpec<?> request) {
        try {
            retrieve(request).toBodilessEntity();
        } catch (RestClientException e) {
            throw away();
        }
    }

    private RestClient.ResponseSpec retrieve(RestClient.RequestHeadersSpec<?> request) {
        return request.headers(this::setCaller).retrieve().onStatus(it -> !it.is2xxSuccessful(), (_, response) -> {
            throw refused(response);
        });
    }

    /** Says who calls, and in which clinic. */
    void setCaller(HttpHeaders headers) {
        if (!token.isEmpty()) {
            headers.setBearerAuth(token);
        }
        if (clinic != null) {
            headers.set("Hairline-Clinic", clinic);
        }
    }

    ApiProblem refused(ClientHttpResponse response) throws IOException {
        return ApiProblem.of(
                response.getStatusCode().value(), service, response.getBody().readAllBytes());
    }

    /** The service doesn't answer, or nothing that can be read. */
    ApiProblem away() {
        return ApiProblem.away(service);
    }
}
