package io.hairline.headoffice;

import static org.awaitility.Awaitility.await;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.kit.testing.Api;
import java.time.Duration;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The staff of the demo franchise at their desks. */
public final class Staff {

    private Staff() {}

    /** Calls as the person with this login, as soon as their roles are in force. */
    public static RestTestClient of(int port, String login) {
        RestTestClient client = new Api(port).as(DemoIds.person(login).value());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get()
                                .uri("/policies")
                                .exchange()
                                .returnResult()
                                .getStatus()
                                .value()
                        == 200);
        return client;
    }

    /** What a read answers with. */
    public static JsonNode read(RestTestClient client, String uri) {
        byte[] body = client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonMapper.shared().readTree(body);
    }
}
