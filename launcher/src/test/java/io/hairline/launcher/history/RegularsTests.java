package io.hairline.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegularsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final int WAITING = 2;

    private static Stream<String> clinics() {
        return DemoIds.CLINICS.stream();
    }

    /** Who is treated within ten days can't be offered a touch-up. */
    @ParameterizedTest
    @MethodSource("clinics")
    void bringsNobodyInWhoWaitsForAPlace(String clinic) {
        Regulars regulars = Regulars.of(clinic, TODAY, WAITING);

        List<Integer> come = new ArrayList<>();
        for (int day = 0; day < 14; day++) {
            for (int visit = 0; visit < 12; visit++) {
                Integer next = regulars.next(TODAY.plusDays(day), visit % 2 == 0);
                if (next != null) {
                    come.add(next);
                }
            }
        }

        assertThat(regulars.waiting()).hasSize(WAITING).doesNotContainAnyElementsOf(come);
        assertThat(come).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("clinics")
    void findsSomebodyWhoDecidesForACourseLater(String clinic) {
        assertThat(WaitingCourses.decided(clinic, TODAY)).hasValueSatisfying(it -> {
            assertThat(it.clinicCode()).isEqualTo(clinic);
            assertThat(it.sessions()).isEmpty();
        });
    }
}
