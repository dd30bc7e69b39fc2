package io.hairline.headoffice.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.kit.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTests {

    static Stream<List<CancellationTier>> outOfOrder() {
        return Stream.of(
                List.of(),
                List.of(tier(48, 50)),
                List.of(tier(0, 0), tier(48, 50)),
                List.of(tier(48, 50), tier(48, 0), tier(0, 0)),
                List.of(tier(48, 50), tier(0, 60)));
    }

    @ParameterizedTest
    @MethodSource("outOfOrder")
    void refusesTiersThatAreOutOfOrder(List<CancellationTier> tiers) {
        assertThatThrownBy(() -> Policy.publish(DemoIds.policy(), booking(tiers)))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("tiers-out-of-order"));
    }

    @Test
    void isPublishedAgainOnlyWhenItIsDifferent() {
        Policy policy =
                Policy.publish(DemoIds.policy(), booking(List.of(tier(0, 0)))).next();

        assertThat(policy.publish(booking(List.of(tier(0, 0)))).event()).isNull();
        assertThat(policy.publish(booking(List.of(tier(24, 100), tier(0, 0))))
                        .next()
                        .version())
                .isEqualTo(2);
    }

    private static BookingPolicy booking(List<CancellationTier> tiers) {
        return new BookingPolicy(60, 400, 10, 3, 15, tiers, null, null);
    }

    private static CancellationTier tier(int hours, int percent) {
        return new CancellationTier(hours, percent);
    }
}
