package io.hairline.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DemoClockBarrierIT extends PortalIT {

    private static final String OLD = "{\"instant\":\"2026-01-01T00:00:00Z\"}";
    private static final String NEW = "{\"instant\":\"2026-02-01T00:00:00Z\"}";

    @Test
    void answersWhenTheLastServiceTellsTheNewTime() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        booking.does(exchange -> Upstream.answer(exchange, 200, NEW));
        identity.does(exchange -> Upstream.answer(exchange, 200, asked.incrementAndGet() < 4 ? OLD : NEW));

        var answer = send(request("/api/v1/demo/clock").POST(BodyPublishers.ofString("{\"advance\":\"P31D\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(NEW);
        assertThat(asked).hasValue(4);
    }
}
