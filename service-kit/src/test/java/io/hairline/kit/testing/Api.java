package io.hairline.kit.testing;

import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * A service's REST interface over real HTTP.
 *
 * @param port the service's own, {@code @LocalServerPort}
 */
public record Api(int port) {

    /** Calls with a token of this subject. */
    public RestTestClient as(String subject) {
        return with(TestIssuer.get().mint(subject));
    }

    public RestTestClient with(String token) {
        return visitor()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    /** Calls without a token. */
    public RestTestClient visitor() {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port + "/api/v1")
                .build();
    }
}
