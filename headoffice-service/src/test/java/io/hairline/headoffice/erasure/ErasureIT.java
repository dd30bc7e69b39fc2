package io.hairline.headoffice.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.booking.BookingEvent.ClientErased;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.wire.Topics;
import io.hairline.headoffice.Elsewhere;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.OnRealServers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealServers
class ErasureIT {

    @Autowired
    HairlineProperties hairline;

    @Autowired
    EventLog eventLog;

    @Test
    void answersThatFiguresNameNobody() {
        ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
        ClientErased erased =
                new ClientErased(client, new ErasureId(Ids.next(ErasureId.PREFIX)), DemoIds.clinic("BER"));

        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            elsewhere.happens(Topics.BOOKING_EVENTS, erased, 1, Instant.parse("2026-05-05T10:00:00Z"));
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> eventLog.history(client.value()).size() == 1);
        assertThat(eventLog.history(client.value()).getFirst().data()).contains("\"erased\":[]", "FIGURES", "NAMELESS");
    }
}
