package io.hairline.booking.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.CourseHeld;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.kit.Ids;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTests {

    @ParameterizedTest
    @CsvSource({
        "2400.00, EUR, 480.00",
        "500.00, EUR, 100.00",
        "499.99, EUR, 100.00",
        "500.03, EUR, 100.01",
        "80.00, EUR, 80.00",
        "0.00, EUR, 0.00",
        "240003, JPY, 48001",
        "1000.002, BHD, 200.000"
    })
    void takesAFifthButAtLeastAHundredAndNeverMoreThanThePrice(BigDecimal price, String currency, BigDecimal deposit) {
        assertThat(Course.depositFor(new Money(price, currency), DepositRule.DEFAULT))
                .isEqualTo(new Money(deposit, currency));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.00", "100, 0, 1234.50", "33, 0, 407.39"})
    void takesTheShareThatTheBrandSets(int percent, BigDecimal minimum, BigDecimal deposit) {
        DepositRule rule = new DepositRule(percent, minimum, BigDecimal.ZERO, null);

        assertThat(Course.depositFor(new Money(new BigDecimal("1234.50"), "EUR"), rule))
                .isEqualTo(new Money(deposit, "EUR"));
    }

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT720H, PT48H", "PT96H, PT48H", "PT95H, PT47H30M", "PT2H, PT1H", "PT1S, PT0S"})
    void keepsTimesForTwoDaysButNoMoreThanHalfOfTheTimeToTheFirst(Duration toTheFirst, Duration kept) {
        assertThat(Course.depositDueAt(DepositRule.DEFAULT, NOW, NOW.plus(toTheFirst)))
                .isEqualTo(NOW.plus(kept));
    }

    @Test
    void keepsTimesAsLongAsTheBrandSays() {
        DepositRule rule = new DepositRule(20, BigDecimal.TEN, BigDecimal.ZERO, 6);

        assertThat(Course.depositDueAt(rule, NOW, NOW.plus(Duration.ofDays(30))))
                .isEqualTo(NOW.plus(Duration.ofHours(6)));
    }

    private static Change<Course> course(@Nullable Course before, @Nullable Instant dueAt) {
        ClinicId clinic = new ClinicId(Ids.next(ClinicId.PREFIX));
        Money price = new Money(new BigDecimal("500.00"), "EUR");
        AcceptedPlan plan = new AcceptedPlan(
                new PlanId(Ids.next(PlanId.PREFIX)),
                new ClientId(Ids.next(ClientId.PREFIX)),
                clinic,
                List.of(new PlannedSession("SESSION_1", price)),
                price);
        Course.Session session =
                new Course.Session(new AppointmentId(Ids.next(AppointmentId.PREFIX)), "SESSION_1", clinic, price);
        CourseId id = before == null ? new CourseId(Ids.next(CourseId.PREFIX)) : before.id();
        return Course.of(
                id, before, plan, List.of(session), Course.depositFor(price, DepositRule.DEFAULT), "test", NOW, dueAt);
    }

    @Test
    void isBookedAtOnceWhereThereIsNothingToWaitFor() {
        Change<Course> booked = course(null, null);

        assertThat(booked.event()).isInstanceOf(CourseBooked.class);
        assertThat(booked.next().state()).isEqualTo(Course.State.BOOKED);
        assertThat(booked.next().confirm().event()).isNull();
        assertThat(booked.next().release("GIVEN_BACK").event()).isNull();
    }

    @Test
    void isNotBookedWhileItsTimesAreKept() {
        Change<Course> held = course(null, NOW.plusSeconds(60));

        assertThat(held.event()).isInstanceOf(CourseHeld.class);
        assertThat(held.next().isOverdue(NOW.plusSeconds(59))).isFalse();
        assertThat(held.next().isOverdue(NOW.plusSeconds(60))).isTrue();
    }

    /** Whatever comes in whatever order and however often: the first decides, and says so once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isBookedOrGivenBackOnceAndForGood(long seed) {
        Random random = new Random(seed);
        Course it = course(null, NOW.plusSeconds(60)).next();
        List<DomainEvent> told = new ArrayList<>();
        boolean first = random.nextBoolean();
        boolean confirms = first;
        for (int step = 0; step < 20; step++) {
            Change<Course> change = confirms ? it.confirm() : it.release("DEPOSIT_NOT_PAID");
            if (change.event() != null) {
                told.add(change.event());
            }
            it = change.next();
            confirms = random.nextBoolean();
        }

        assertThat(told).hasSize(1);
        assertThat(it.state()).isEqualTo(first ? Course.State.BOOKED : Course.State.RELEASED);
        assertThat(it.depositDueAt()).isNull();
    }

    @Test
    void isBookedAnewUnderTheSameId() {
        Course released =
                course(null, NOW.plusSeconds(60)).next().release("GIVEN_BACK").next();

        Course again = course(released, NOW.plusSeconds(600)).next();

        assertThat(again.id()).isEqualTo(released.id());
        assertThat(again.version()).isEqualTo(released.version() + 1);
        assertThat(again.state()).isEqualTo(Course.State.HELD);
    }
}
