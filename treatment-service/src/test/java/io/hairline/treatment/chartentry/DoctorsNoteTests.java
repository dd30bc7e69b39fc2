package io.hairline.treatment.chartentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.kit.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorsNoteTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    @Test
    void countsFromItsDateToItsLastDay() {
        DoctorsNote note = note(TODAY, TODAY.plusDays(30));

        assertThat(note.countsOn(TODAY.minusDays(1))).isFalse();
        assertThat(note.countsOn(TODAY)).isTrue();
        assertThat(note.countsOn(TODAY.plusDays(30))).isTrue();
        assertThat(note.countsOn(TODAY.plusDays(31))).isFalse();
    }

    @Test
    void isNeitherOfTomorrowNorOverNorForEver() {
        assertThatCode(() -> note(TODAY, TODAY).requireSense(TODAY)).doesNotThrowAnyException();
        for (DoctorsNote wrong : List.of(
                note(TODAY.plusDays(1), TODAY.plusDays(30)),
                note(TODAY.minusDays(30), TODAY.minusDays(1)),
                note(TODAY, TODAY.plusYears(2).plusDays(1)))) {
            assertThatThrownBy(() -> wrong.requireSense(TODAY)).isInstanceOf(Refusal.class);
        }
    }

    private static DoctorsNote note(LocalDate dated, LocalDate until) {
        return new DoctorsNote("Dr. Test", List.of("DIABETES"), dated, until, null, null);
    }
}
