package io.hairline.headoffice.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.headoffice.dashboard.Period.Step;
import io.hairline.kit.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2027-03-01, 2027-03-31, 2028-01-01, 2027-02-01, 2027-02-28",
        "2027-01-01, 2027-12-31, 2028-01-01, 2026-01-01, 2026-12-31",
        "2027-03-08, 2027-03-14, 2028-01-01, 2027-03-01, 2027-03-07",
        "2027-03-01, 2027-03-31, 2027-03-10, 2027-02-01, 2027-02-10",
        "2027-03-01, 2027-03-31, 2027-03-30, 2027-02-01, 2027-02-28",
        "2027-03-01, 2027-03-31, 2027-03-31, 2027-02-01, 2027-02-28",
        "2027-03-08, 2027-03-14, 2027-03-08, 2027-03-01, 2027-03-01",
        "2027-03-01, 2027-03-31, 2027-01-01, 2027-02-01, 2027-02-28"
    })
    void isComparedWithTheOneBeforeAndAsFarInWhileItRuns(
            LocalDate from, LocalDate to, LocalDate today, LocalDate beforeFrom, LocalDate beforeTo) {
        assertThat(new Period(from, to, Step.DAY).before(today)).isEqualTo(new Period(beforeFrom, beforeTo, Step.DAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "+999999999-12-31", "1999-12-31"})
    void refusesYearsOfNoDiary(LocalDate day) {
        assertThatThrownBy(() -> Period.of(day, null, "day", LocalDate.parse("2027-01-01")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("from"));
    }
}
