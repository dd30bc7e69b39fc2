package io.hairline.booking.appointment.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationCostTests {

    private static final Instant START = Instant.parse("2027-03-02T10:00:00Z");
    private static final BookingPolicy POLICY =
            policy(new CancellationTier(72, 100), new CancellationTier(48, 50), new CancellationTier(0, 0));

    private static BookingPolicy policy(CancellationTier... tiers) {
        return new BookingPolicy(60, 400, 10, 3, 15, List.of(tiers), null, null, null, null, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "PT72H, 72, 100, false",
        "PT71H59M59.999S, 71, 50, false",
        "PT48H, 48, 50, false",
        "PT47H59M59.999S, 47, 0, true",
        "PT0S, 0, 0, true",
        "PT-0.001S, -1, 0, true",
        "PT-59M, -1, 0, true",
        "PT-1H, -1, 0, true",
        "P400D, 9600, 100, false"
    })
    void countsWholeHoursOfNotice(Duration notice, long hours, int refund, boolean late) {
        assertThat(CancellationCost.of(POLICY, START, START.minus(notice)))
                .isEqualTo(new CancellationCost(hours, refund, late));
    }

    @Test
    void takesTheLongestNoticeThatIsKeptWhateverTheOrder() {
        BookingPolicy shuffled =
                policy(new CancellationTier(0, 10), new CancellationTier(72, 100), new CancellationTier(24, 60));

        assertThat(CancellationCost.of(shuffled, START, START.minus(Duration.ofHours(30))))
                .isEqualTo(new CancellationCost(30, 60, false));
        assertThat(CancellationCost.of(policy(), START, START.minus(Duration.ofHours(99))))
                .isEqualTo(new CancellationCost(99, 0, true));
    }
}
