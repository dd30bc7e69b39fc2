package io.hairline.contracts.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoHolidaysTests {

    private static List<LocalDate> of(String clinic, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(it -> DemoHolidays.isOn(clinic, it))
                .toList();
    }

    @Test
    void areThoseOfTheClinicsCountry() {
        assertThat(of("VIE", 2026))
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 10, 26),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 26));
        assertThat(of("BER", 2026)).contains(LocalDate.of(2026, 10, 3));
        assertThat(of("LON", 2026)).doesNotContain(LocalDate.of(2026, 5, 1));
    }

    @Test
    void includeTheFourthThursdayOfNovemberInTheUnitedStatesAlone() {
        assertThat(of("NYC", 2026)).contains(LocalDate.of(2026, 11, 26));
        assertThat(of("LAX", 2029)).contains(LocalDate.of(2029, 11, 22));
        assertThat(of("HAM", 2026)).doesNotContain(LocalDate.of(2026, 11, 26));
    }

    @Test
    void areAFewInEveryClinic() {
        assertThat(DemoIds.CLINICS)
                .allSatisfy(clinic -> assertThat(of(clinic, 2027)).hasSizeBetween(3, 5));
    }
}
