package io.hairline.headoffice.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.contracts.headoffice.TouchUpRule;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTests {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final List<CancellationTier> TIERS = List.of(tier(48, 50), tier(0, 0));

    static Stream<Arguments> senseless() {
        return Stream.of(
                arguments("cancellation", booking(List.of())),
                arguments("cancellation[0].noticeHours", booking(List.of(tier(48, 50)))),
                arguments("cancellation[0].noticeHours", booking(List.of(tier(400 * 24 + 1, 50), tier(0, 0)))),
                arguments("cancellation[1].noticeHours", booking(List.of(tier(0, 0), tier(48, 50)))),
                arguments("cancellation[1].noticeHours", booking(List.of(tier(48, 50), tier(48, 0), tier(0, 0)))),
                arguments("cancellation[1].refundPercent", booking(List.of(tier(48, 50), tier(0, 60)))),
                arguments(
                        "leadTimeMinutes",
                        new BookingPolicy(
                                1440, 1, 10, 3, 15, List.of(tier(0, 0)), null, null, null, null, null, null, null)),
                arguments("healing.minDays", healing(7, 6, 14, 30)),
                arguments("healing.idealUntilDays", healing(7, 10, 9, 30)),
                arguments("healing.warnAfterDays", healing(7, 10, 14, 13)),
                arguments("touchUp.dueMonths", touchUp(23, 24, 72, 6, 18, 24)),
                arguments("touchUp.latestMonths", touchUp(48, 24, 47, 6, 18, 24)),
                arguments("touchUp.windowMonths", touchUp(48, 24, 72, 24, 18, 24)),
                arguments("touchUp.fadedMonths", touchUp(48, 24, 72, 6, 18, 17)),
                arguments("aftercare.washFromDay", aftercare(4, 3, 7, 10, 28, 30)),
                arguments("aftercare.mildWashDays", aftercare(4, 5, 4, 10, 28, 30)),
                arguments("aftercare.scabDays", aftercare(4, 5, 7, 5, 28, 30)),
                arguments("aftercare.poolAndSunDays", aftercare(4, 5, 7, 10, 10, 30)),
                arguments("aftercare.longSunDays", aftercare(4, 5, 7, 10, 28, 27)));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void refusesNumbersThatMakeNoSenseTogetherAndNamesOne(String field, BookingPolicy booking) {
        assertThatThrownBy(() -> PolicyRules.check(booking))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo(field));
    }

    @Test
    void allowsNumbersThatAreEqualWhereThatMakesSense() {
        assertThatCode(() -> PolicyRules.check(healing(10, 10, 10, 10))).doesNotThrowAnyException();
        assertThatCode(() -> PolicyRules.check(touchUp(24, 24, 24, 23, 18, 18))).doesNotThrowAnyException();
    }

    @Test
    void isPublishedAgainOnlyWhenItIsDifferent() {
        Policy policy =
                brand(LocalDate.of(2026, 3, 1), booking(List.of(tier(0, 0)))).next();

        assertThat(policy.publish(layer(LocalDate.of(2026, 3, 1), booking(List.of(tier(0, 0)))), NOW)
                        .event())
                .isNull();
        assertThat(policy.publish(layer(LocalDate.of(2026, 3, 1), booking(List.of(tier(24, 100), tier(0, 0)))), NOW)
                        .next()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void readsDocumentsFromBeforeThereWereLayers() {
        BookingPolicy booking = booking(List.of(tier(0, 0)));
        Policy old = new Policy(DemoIds.policy(), 3, Policy.BRAND, booking, null, null, null, null);

        assertThat(old.on(LocalDate.of(2020, 1, 1)).orElseThrow().values()).isEqualTo(PolicyValues.of(booking));
    }

    private static Change<Policy> brand(LocalDate from, BookingPolicy booking) {
        return Policy.none(DemoIds.policy(), PolicyScope.BRAND).publish(layer(from, booking), NOW);
    }

    private static PolicyLayer layer(LocalDate from, BookingPolicy booking) {
        return new PolicyLayer(from, PolicyValues.of(booking), List.of());
    }

    private static BookingPolicy booking(List<CancellationTier> tiers) {
        return new BookingPolicy(60, 400, 10, 3, 15, tiers, null, null, null, null, null, null, null);
    }

    private static BookingPolicy healing(int floor, int min, int ideal, int warn) {
        return new BookingPolicy(
                60,
                400,
                10,
                3,
                15,
                TIERS,
                null,
                new HealingRule(floor, min, ideal, warn),
                null,
                null,
                null,
                null,
                null);
    }

    private static BookingPolicy touchUp(int due, int soonest, int latest, int window, int check, int faded) {
        TouchUpRule rule = new TouchUpRule(due, 12, 6, 6, soonest, latest, window, check, faded);
        return new BookingPolicy(60, 400, 10, 3, 15, TIERS, null, null, null, null, rule, null, null);
    }

    private static BookingPolicy aftercare(int dry, int wash, int mild, int scabs, int pool, int longSun) {
        AftercareDays days = new AftercareDays(dry, wash, mild, scabs, pool, longSun);
        return new BookingPolicy(60, 400, 10, 3, 15, TIERS, null, null, null, null, null, null, days);
    }

    private static CancellationTier tier(int hours, int percent) {
        return new CancellationTier(hours, percent);
    }
}
