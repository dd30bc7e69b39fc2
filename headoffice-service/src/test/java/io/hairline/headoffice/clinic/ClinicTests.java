package io.hairline.headoffice.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReassigned;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.kit.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private static final Instant LATE_EVENING_IN_BERLIN = Instant.parse("2027-03-05T22:30:00Z");
    private static final Instant NEXT_DAY_IN_BERLIN = Instant.parse("2027-03-05T23:30:00Z");
    private static final LocalDate FRIDAY = LocalDate.parse("2027-03-05");
    private static final ChairId CHAIR = DemoIds.chair("BER", 1);

    private final Clinic clinic = opened();

    @Test
    void tellsAllAboutItselfWhenItOpens() {
        var change = Clinic.open(
                DemoIds.clinic("BER"), "BER", berlin(), DemoIds.region("EU"), DemoIds.owner("NORD"), place(), week());

        assertThat(change.next().version()).isOne();
        assertThat(change.event())
                .isInstanceOfSatisfying(
                        ClinicOpened.class, it -> assertThat(it.zone()).isEqualTo("Europe/Berlin"));
    }

    @Test
    void refusesAZoneThatNobodyKnows() {
        assertThatThrownBy(() -> new ClinicLocation("DE-BE", "Europe/Kreuzberg", "EUR", 52, 13))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("zone"));
    }

    @Test
    void closesOnADayThatIsStillRunningThere() {
        var change = clinic.closeOn(FRIDAY, "HOLIDAY", LATE_EVENING_IN_BERLIN);

        assertThat(change.event()).isEqualTo(new ClinicDayClosed(clinic.id(), FRIDAY, "HOLIDAY"));
    }

    @Test
    void refusesToCloseOnADayThatIsOverThere() {
        assertRefused("day-over", () -> clinic.closeOn(FRIDAY, "HOLIDAY", NEXT_DAY_IN_BERLIN));
    }

    @Test
    void closesOnlyOnceOnTheSameDay() {
        Clinic closed =
                clinic.closeOn(FRIDAY, "HOLIDAY", LATE_EVENING_IN_BERLIN).next();

        assertThat(closed.closeOn(FRIDAY, "REPAIR", LATE_EVENING_IN_BERLIN).event())
                .isNull();
    }

    @Test
    void opensAgainOnADayThatWasClosedByMistake() {
        Clinic closed =
                clinic.closeOn(FRIDAY, "HOLIDAY", LATE_EVENING_IN_BERLIN).next();

        assertThat(closed.reopenOn(FRIDAY, LATE_EVENING_IN_BERLIN).next().closedDays())
                .isEmpty();
        assertThat(clinic.reopenOn(FRIDAY, LATE_EVENING_IN_BERLIN).event()).isNull();
        assertRefused("day-over", () -> closed.reopenOn(FRIDAY, NEXT_DAY_IN_BERLIN));
    }

    @Test
    void isDescribedAnewWithoutLosingAnythingElse() {
        Clinic furnished = clinic.withChairs(List.of(new Clinic.Chair(CHAIR, "Window")));
        ClinicDetails right = new ClinicDetails("Berlin Mitte", "Torstr. 1, 10119 Berlin", "+4930123456", 52.6, 13.5);

        Clinic described = furnished.describe(right).next();

        assertThat(described.details()).isEqualTo(right);
        assertThat(described.chairs()).isEqualTo(furnished.chairs());
        assertThat(described.describe(right).event()).isNull();
        assertThat(described.changeHours(new WeeklyHours(List.of())).next().details())
                .isEqualTo(right);
    }

    @Test
    void belongsToTheRegionAndTheOwnerItIsGivenTo() {
        var change = clinic.reassign(DemoIds.region("US"), clinic.ownerId(), TODAY, TODAY);

        assertThat(change.event()).isEqualTo(new ClinicReassigned(clinic.id(), DemoIds.region("US"), clinic.ownerId()));
        assertThat(change.next()
                        .reassign(DemoIds.region("US"), clinic.ownerId(), TODAY, TODAY)
                        .event())
                .isNull();
    }

    @Test
    void saysNothingWhenItsHoursStayAsTheyAre() {
        assertThat(clinic.changeHours(week()).event()).isNull();
        assertThat(clinic.changeHours(new WeeklyHours(List.of())).next().version())
                .isEqualTo(2);
    }

    private static void assertRefused(String slug, Runnable wish) {
        assertThatThrownBy(wish::run)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo(slug));
    }

    private static Clinic opened() {
        return Clinic.open(
                        DemoIds.clinic("BER"),
                        "BER",
                        berlin(),
                        DemoIds.region("EU"),
                        DemoIds.owner("NORD"),
                        place(),
                        week())
                .next();
    }

    private static ClinicDetails berlin() {
        return new ClinicDetails("Berlin", null, null, 52.5, 13.4);
    }

    private static ClinicLocation place() {
        return new ClinicLocation("DE-BE", "Europe/Berlin", "EUR", 52.5, 13.4);
    }

    private static WeeklyHours week() {
        return new WeeklyHours(List.of(new Hours(DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(18, 0))));
    }

    @Test
    void aPlannedMoveComesTrueOnItsDayAndThePastStays() {
        RegionId before = clinic.regionId();
        Clinic planned = clinic.reassign(DemoIds.region("US"), clinic.ownerId(), TODAY.plusDays(10), TODAY)
                .next();

        assertThat(planned.regionId()).isEqualTo(before);
        assertThat(planned.on(TODAY.plusDays(9)).regionId()).isEqualTo(before);
        assertThat(planned.on(TODAY.plusDays(10)).regionId()).isEqualTo(DemoIds.region("US"));
        assertThat(planned.applyDueMove(TODAY.plusDays(9)).event()).isNull();
        Clinic moved = planned.applyDueMove(TODAY.plusDays(10)).next();
        assertThat(moved.regionId()).isEqualTo(DemoIds.region("US"));
        assertThat(moved.on(TODAY).regionId()).isEqualTo(before);
        assertThat(moved.during(TODAY, TODAY.plusDays(30))).hasSize(2);
        assertThat(moved.during(TODAY.plusDays(11), TODAY.plusDays(30))).hasSize(1);
    }

    @Test
    void refusesToMoveThePast() {
        assertThatThrownBy(() -> clinic.reassign(DemoIds.region("US"), clinic.ownerId(), TODAY.minusDays(1), TODAY))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("from"));
    }

    /** Against a plain table of days: each move writes its day and all later ones, and never an earlier one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void belongsOnEachDayToWhomThePlainTableSays(long seed) {
        Random random = new Random(seed);
        List<RegionId> regions = List.of(DemoIds.region("EU"), DemoIds.region("US"), DemoIds.region("UKI"));
        int days = 120;
        RegionId[] table = new RegionId[days];
        Arrays.fill(table, clinic.regionId());
        Clinic now = clinic;
        int today = 0;
        for (int step = 0; step < 200 && today < days - 20; step++) {
            int from = today + random.nextInt(15);
            RegionId region = regions.get(random.nextInt(regions.size()));
            now = now.reassign(region, now.ownerId(), TODAY.plusDays(from), TODAY.plusDays(today))
                    .next();
            Arrays.fill(table, from, days, region);
            if (random.nextInt(3) == 0) {
                today += random.nextInt(8);
                now = now.applyDueMove(TODAY.plusDays(today)).next();
            }
            assertThat(now.regionId()).isEqualTo(table[today]);
            for (int day = 0; day < days; day++) {
                assertThat(now.on(TODAY.plusDays(day)).regionId())
                        .as("day %d", day)
                        .isEqualTo(table[day]);
            }
        }
    }

    @Test
    void closesForGoodFromADayOnAndOpensAgain() {
        Clinic closed = clinic.close(
                        TODAY.plusDays(3), "SOLD", TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC))
                .next();

        assertThat(closed.isRunningOn(TODAY.plusDays(2))).isTrue();
        assertThat(closed.isRunningOn(TODAY.plusDays(3))).isFalse();
        assertThat(closed.reopen().next().isRunningOn(TODAY.plusDays(3))).isTrue();
        assertThat(clinic.reopen().event()).isNull();
    }
}
