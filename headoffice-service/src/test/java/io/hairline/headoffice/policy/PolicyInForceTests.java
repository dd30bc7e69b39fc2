package io.hairline.headoffice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.kit.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyInForceTests {

    private static final ClinicId BERLIN = DemoIds.clinic("BER");
    private static final HealingRule SHORT = new HealingRule(7, 12, 20, 40);
    private static final HealingRule LONG = new HealingRule(7, 21, 28, 60);

    @Test
    void goesByWhatHeldWhenItHappenedAlsoAfterLaterPublications() {
        Policy policy = publish(brand(), "2026-01-10T10:00:00Z", SHORT, List.of());
        policy = publish(policy, "2026-06-10T10:00:00Z", LONG, List.of());

        assertThat(healing(List.of(policy), "2026-01-01T10:00:00Z")).isEqualTo(HealingRule.DEFAULT);
        assertThat(healing(List.of(policy), "2026-03-01T10:00:00Z")).isEqualTo(SHORT);
        assertThat(healing(List.of(policy), "2026-06-10T09:59:00Z")).isEqualTo(SHORT);
        assertThat(healing(List.of(policy), "2026-06-10T10:00:00Z")).isEqualTo(LONG);
    }

    @Test
    void letsAClinicDecideUnlessTheBrandHasLockedTheField() {
        Policy open = publish(brand(), "2026-01-10T10:00:00Z", SHORT, List.of());
        Policy locked = publish(open, "2026-06-10T10:00:00Z", SHORT, List.of("healing"));
        Policy clinic = publish(
                Policy.none(new PolicyId(Ids.next(PolicyId.PREFIX)), new PolicyScope(null, BERLIN)),
                "2026-02-10T10:00:00Z",
                LONG,
                List.of());

        assertThat(healing(List.of(clinic, locked), "2026-03-01T10:00:00Z")).isEqualTo(LONG);
        assertThat(healing(List.of(clinic, locked), "2026-07-01T10:00:00Z")).isEqualTo(SHORT);
    }

    private static Policy brand() {
        return Policy.none(new PolicyId(Ids.next(PolicyId.PREFIX)), PolicyScope.BRAND);
    }

    private static Policy publish(Policy policy, String at, HealingRule rule, List<String> locked) {
        Instant now = Instant.parse(at);
        PolicyValues values =
                new PolicyValues(null, null, null, null, null, null, null, rule, null, null, null, null, null);
        return policy.publish(new PolicyLayer(PolicyLayer.atOnce(now), values, locked), now)
                .next();
    }

    private static HealingRule healing(List<Policy> found, String at) {
        Instant instant = Instant.parse(at);
        LocalDate day = LocalDate.ofInstant(instant, java.time.ZoneId.of("Europe/Berlin"));
        return java.util.Objects.requireNonNull(
                PolicyInForce.effective(List.of(Policy.BRAND, BERLIN.value()), found, day, instant)
                        .healing());
    }
}
