package io.hairline.headoffice.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.AlertRuleId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.AlertEnded;
import io.hairline.contracts.headoffice.HeadOfficeEvent.AlertRaised;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTests {

    private static final RegionId EU = DemoIds.region("EU");
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

    private final AlertRule rule = AlertRule.none(new AlertRuleId(Ids.next(AlertRuleId.PREFIX)), "noShowRate", null)
            .set(BigDecimal.valueOf(8), null)
            .next();

    @Test
    void isRaisedOnceAndEndsWhenTheNumberIsWithinAgain() {
        var raised = rule.measured(EU, new BigDecimal("8.1"), NOW);

        assertThat(raised.event())
                .isEqualTo(new AlertRaised(rule.id(), "noShowRate", EU, new BigDecimal("8.1"), BigDecimal.valueOf(8)));
        assertThat(raised.next().measured(EU, new BigDecimal("9.0"), NOW).event())
                .isNull();
        assertThat(raised.next().measured(EU, new BigDecimal("8.0"), NOW).event())
                .isEqualTo(new AlertEnded(rule.id(), "noShowRate", EU, new BigDecimal("8.0")));
        assertThat(raised.next().measured(EU, null, NOW).event()).isInstanceOf(AlertEnded.class);
        assertThat(rule.measured(EU, BigDecimal.valueOf(8), NOW).event()).isNull();
    }

    @Test
    void refusesRulesWithoutLimitsAndLimitsThatLeaveNothing() {
        refused(null, null);
        refused(BigDecimal.ONE, BigDecimal.TWO);
    }

    @Test
    void refusesLimitsThatItsNumberCannotReach() {
        for (String wrong : List.of("-1", "100.001", "1000000000")) {
            refused(new BigDecimal(wrong), null);
        }
        assertThat(rule.set(BigDecimal.valueOf(100), BigDecimal.ZERO).event()).isNotNull();
        AlertRule bookings = AlertRule.none(rule.id(), "bookings", null);
        assertThat(bookings.set(null, BigDecimal.valueOf(500)).event()).isNotNull();
        assertThatThrownBy(() -> bookings.set(null, BigDecimal.valueOf(-1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("below"));
    }

    private void refused(@Nullable BigDecimal above, @Nullable BigDecimal below) {
        assertThatThrownBy(() -> rule.set(above, below))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("above"));
    }

    @Test
    void aRemovedRuleConcernsNobodyAndCanBeSetAgain() {
        AlertRule removed =
                rule.measured(EU, BigDecimal.TEN, NOW).next().remove().next();

        assertThat(removed.concerns(EU)).isFalse();
        assertThat(removed.alerts()).isEmpty();
        assertThat(removed.remove().event()).isNull();
        assertThat(removed.set(BigDecimal.valueOf(8), null).next().concerns(EU)).isTrue();
    }

    /** Whatever the numbers are: an alert is open exactly while the last number is beyond a limit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isOpenExactlyWhileTheLastNumberIsBeyond(long seed) {
        Random random = new Random(seed);
        AlertRule now = rule.set(BigDecimal.valueOf(60), BigDecimal.valueOf(40)).next();
        for (int step = 0; step < 500; step++) {
            @Nullable BigDecimal value = random.nextInt(10) == 0 ? null : BigDecimal.valueOf(random.nextInt(101));
            now = now.measured(EU, value, NOW.plusSeconds(step)).next();

            boolean beyond = value != null && (value.intValue() > 60 || value.intValue() < 40);
            assertThat(now.alerts().size()).isEqualTo(beyond ? 1 : 0);
        }
    }
}
