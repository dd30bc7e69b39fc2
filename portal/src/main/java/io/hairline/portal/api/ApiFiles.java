package io.hairline.portal.api;

import io.hairline.portal.language.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** The documents of one service, out and in, as one caller sees them. */
public final class ApiFiles {

    private final ServiceCalls calls;

    ApiFiles(ServiceCalls calls) {
        this.calls = calls;
    }

    /** A document as it is, to be handed on to the reader's browser. */
    public byte[] read(String path, Map<String, ?> parameters) {
        return calls.<byte[]>find(
                        calls.http()
                                .get()
                                .uri(calls.uri(path, parameters))
                                .accept(MediaType.ALL)
                                .headers(ApiFiles::setLanguage),
                        ParameterizedTypeReference.forType(byte[].class))
                .orElse(new byte[0]);
    }

    /** Reads a document as it comes. */
    @FunctionalInterface
    public interface Receiver {
        void receive(HttpHeaders headers, InputStream content) throws IOException;
    }

    /** Hands a document of any length on to its reader, without holding it. */
    public void stream(String path, Receiver receiver) {
        try {
            var _ = calls.files()
                    .get()
                    .uri(calls.uri(path, Map.of()))
                    .accept(MediaType.ALL)
                    .headers(calls::setCaller)
                    .headers(ApiFiles::setLanguage)
                    .exchange((_, response) -> {
                        if (!response.getStatusCode().is2xxSuccessful()) {
                            throw calls.refused(response);
                        }
                        receiver.receive(response.getHeaders(), response.getBody());
                        return true;
                    });
        } catch (RestClientException e) {
            throw calls.away();
        }
    }

    /**
     * Hands a form with a file on as it comes in, without holding it.
     *
     * @param length of the body; -1 if it isn't known
     */
    public JsonNode upload(String path, MediaType type, long length, InputStream body) {
        return calls.send(
                post(path, Map.of())
                        .headers(it -> {
                            if (length > 0) {
                                it.setContentLength(length);
                            }
                        })
                        .contentType(type)
                        .body(body::transferTo),
                ParameterizedTypeReference.forType(JsonNode.class));
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
        RestClient.RequestBodySpec request = post(path, parameters);
        if (key != null) {
            request.header(Api.KEY, key);
        }
        return calls.send(
                request.contentType(MediaType.parseMediaType(contentType)).body(body),
                ParameterizedTypeReference.forType(type));
    }

    /** Documents are in the language of the page that leads to them. */
    private static void setLanguage(HttpHeaders headers) {
        headers.setAcceptLanguageAsLocales(List.of(Texts.locale()));
    }

    private RestClient.RequestBodySpec post(String path, Map<String, ?> parameters) {
        return calls.files().post().uri(calls.uri(path, parameters)).accept(MediaType.APPLICATION_JSON);
    }
}
