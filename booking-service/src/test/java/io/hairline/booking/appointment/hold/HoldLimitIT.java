package io.hairline.booking.appointment.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.SecondInstance;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnBooking
class HoldLimitIT {

    private static final int PER_ADDRESS = 4;

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    private TestClinic clinic;
    private Instant next;

    @BeforeEach
    void open() {
        clinic = town.clinic("Europe/London", 3, 3);
        next = clinic.at(9, 0);
    }

    private Answer hold(Calls calls, String who, String address) {
        Map<String, Object> slot = clinic.slot("CONSULTATION", next);
        next = next.plus(Duration.ofMinutes(45));
        return calls.post(who, "/holds", slot, Map.of("X-Forwarded-For", address));
    }

    @Test
    void countsTheHoldsOfAnAddressWhateverTokensItHas() {
        try (SecondInstance limited = SecondInstance.start(PER_ADDRESS)) {
            Calls calls = new Calls(limited.port());
            Answer first = hold(calls, Town.guest(), "203.0.113.7");
            for (int held = 1; held < PER_ADDRESS; held++) {
                assertThat(hold(calls, Town.guest(), "203.0.113.7").status()).isEqualTo(201);
            }

            Answer refused = hold(calls, Town.guest(), "203.0.113.7");

            assertThat(refused.status()).as(refused.body().toString()).isEqualTo(429);
            assertThat(refused.problem()).isEqualTo("/problems/holds-exhausted");
            assertThat(hold(calls, Town.guest(), "203.0.113.8").status()).isEqualTo(201);
            assertThat(hold(calls, clinic.desk(), "203.0.113.7").status()).isEqualTo(201);
            assertThat(calls.call(
                                    Town.guest(),
                                    "DELETE",
                                    "/holds/" + first.id(),
                                    null,
                                    Map.of("X-Hold-Token", first.text("/token")))
                            .status())
                    .isEqualTo(204);
            assertThat(hold(calls, Town.guest(), "203.0.113.7").status()).isEqualTo(201);
        }
    }

    @Test
    void countsTheHoldsOfACallerFromEveryAddress() {
        Calls calls = new Calls(port);
        String guest = Town.guest();
        for (int held = 1; held <= 3; held++) {
            assertThat(hold(calls, guest, "203.0.113." + (20 + held)).status()).isEqualTo(201);
        }

        assertThat(hold(calls, guest, "203.0.113.30").status()).isEqualTo(429);
    }
}
