package io.hairline.contracts.headoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuestLimitTests {

    private static final GuestLimit CALIFORNIA = new GuestLimit(5, 15);
    private static final LocalDate DAY = LocalDate.parse("2027-03-01");

    @Test
    void allowsFiveDaysInARowAndNoSixth() {
        Set<LocalDate> four = days(0, 1, 2, 3);
        assertThat(CALIFORNIA.allows(DAY.plusDays(4), four)).isTrue();

        Set<LocalDate> five = days(0, 1, 2, 3, 4);
        assertThat(CALIFORNIA.allows(DAY.plusDays(5), five)).isFalse();
        assertThat(CALIFORNIA.allows(DAY.minusDays(1), five)).isFalse();
        assertThat(CALIFORNIA.allows(DAY.plusDays(6), five)).isTrue();
    }

    @Test
    void countsDaysOnBothSidesOfTheNewOne() {
        assertThat(CALIFORNIA.allows(DAY.plusDays(2), days(0, 1, 3, 4))).isTrue();
        assertThat(CALIFORNIA.allows(DAY.plusDays(3), days(0, 1, 2, 4, 5))).isFalse();
    }

    @Test
    void allowsFifteenDaysOfACalendarYearAndAsManyOfTheNext() {
        Set<LocalDate> fifteen =
                IntStream.range(0, 15).mapToObj(it -> DAY.plusDays(2L * it)).collect(Collectors.toSet());
        assertThat(CALIFORNIA.allows(DAY.plusDays(100), fifteen)).isFalse();
        assertThat(CALIFORNIA.allows(DAY.plusYears(1), fifteen)).isTrue();
        assertThat(GuestLimit.usedIn(2027, fifteen)).isEqualTo(15);

        Set<LocalDate> fourteen = new HashSet<>(fifteen);
        fourteen.remove(DAY);
        assertThat(CALIFORNIA.allows(DAY.plusDays(100), fourteen)).isTrue();
    }

    @Test
    void aSecondAppointmentOnADayThatIsWorkedCostsNothing() {
        assertThat(new GuestLimit(1, 1).allows(DAY, days(0))).isTrue();
    }

    @Test
    void refusesALimitThatAllowsNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GuestLimit(0, 15));
        assertThatIllegalArgumentException().isThrownBy(() -> new GuestLimit(5, 4));
    }

    private static Set<LocalDate> days(int... after) {
        return IntStream.of(after).mapToObj(DAY::plusDays).collect(Collectors.toSet());
    }
}
