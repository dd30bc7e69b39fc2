package io.hairline.portal.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.gateway.Browser;
import io.hairline.portal.gateway.PortalIT;
import io.hairline.portal.gateway.Upstream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a letter's link confirms an e-mail address by its button, never by being opened. */
class EmailLinkPagesIT extends PortalIT {

    private final List<String> confirmed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void servicesAnswer() {
        identity.does(it -> Upstream.json(it, "{\"access_token\": \"a-guest\", \"expires_in\": 900}"));
        booking.does(it -> {
            String secret = String.valueOf(it.getRequestHeaders().getFirst("Email-Link"));
            it.getRequestBody().readAllBytes();
            confirmed.add(it.getRequestMethod() + " " + it.getRequestURI().getPath() + " " + secret);
            if (secret.equals("a-secret")) {
                Upstream.json(it, "{\"emailConfirmed\": true}");
            } else {
                byte[] unknown = "{\"type\": \"/problems/not-found\"}".getBytes(StandardCharsets.UTF_8);
                it.getResponseHeaders().set("Content-Type", "application/problem+json");
                it.sendResponseHeaders(404, unknown.length);
                it.getResponseBody().write(unknown);
            }
        });
    }

    @Test
    void confirmsByTheButtonAlone() throws Exception {
        Browser visitor = browser();

        HttpResponse<String> page = visitor.open("/e/a-secret");

        assertThat(page.body()).contains("Confirm this address");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(confirmed).isEmpty();
        HttpResponse<String> done = visitor.post("/e/a-secret", Map.of("once", "a-key"));
        assertThat(done.body()).contains("Your e-mail address is confirmed");
        assertThat(confirmed).containsExactly("POST /api/v1/email-confirmation a-secret");
    }

    @Test
    void saysThatALinkIsTooOld() throws Exception {
        Browser visitor = browser();
        visitor.open("/e/another");

        HttpResponse<String> gone = visitor.post("/e/another", Map.of("once", "a-key"));

        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("doesn’t confirm anything any more");
    }
}
