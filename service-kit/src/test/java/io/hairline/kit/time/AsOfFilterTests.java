package io.hairline.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.web.RefusalWriter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class AsOfFilterTests {

    private final BusinessClock clock = new BusinessClock();
    private final List<Instant> seen = new ArrayList<>();
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/appointments");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private void send() throws ServletException, IOException {
        new AsOfFilter(new RefusalWriter(JsonMapper.shared()), clock)
                .doFilter(request, response, (_, _) -> seen.add(clock.instant()));
    }

    @Test
    void doesWhatIsAskedAsOfThen() throws ServletException, IOException {
        Instant then = Instant.parse("2025-02-03T09:00:00Z");
        request.addHeader("Hairline-As-Of", then.toString());

        send();

        assertThat(seen).containsExactly(then);
        assertThat(clock.instant()).isAfter(then.plus(Duration.ofDays(30)));
    }

    @Test
    void takesWhatHasPassedByAClockThatWasMoved() throws ServletException, IOException {
        clock.moveTo(Duration.ofDays(3));
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        request.addHeader("Hairline-As-Of", yesterday.toString());

        new AsOfFilter(new RefusalWriter(JsonMapper.shared()), clock).doFilter(request, response, (_, _) -> {
            seen.add(clock.instant());
            assertThat(BusinessClock.isOver(yesterday.plus(Duration.ofHours(1))))
                    .isTrue();
            assertThat(BusinessClock.isOver(yesterday.plus(Duration.ofDays(2)))).isFalse();
        });

        assertThat(seen).containsExactly(yesterday);
    }

    @Test
    void leavesTheClockAloneWithoutIt() throws ServletException, IOException {
        Instant before = clock.instant();

        send();

        assertThat(seen).hasSize(1).allMatch(it -> !it.isBefore(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00Z", "yesterday", ""})
    void refusesWhatHasNotPassed(String asOf) throws ServletException, IOException {
        request.addHeader("Hairline-As-Of", asOf);

        send();

        assertThat(seen).isEmpty();
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("\"field\":\"Hairline-As-Of\"");
    }
}
