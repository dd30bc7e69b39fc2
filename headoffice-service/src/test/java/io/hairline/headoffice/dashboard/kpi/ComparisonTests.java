package io.hairline.headoffice.dashboard.kpi;

import static io.hairline.headoffice.dashboard.kpi.Comparison.Position.ABOVE;
import static io.hairline.headoffice.dashboard.kpi.Comparison.Position.TOO_FEW_CASES;
import static io.hairline.headoffice.dashboard.kpi.Comparison.Position.WITHIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.dashboard.kpi.Comparison.Line;
import io.hairline.headoffice.dashboard.projection.Measure;
import io.hairline.kit.Ids;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTests {

    private static final Kpi NO_SHOWS = Kpi.all(List.of()).stream()
            .filter(it -> it.key().equals("noShowRate"))
            .findFirst()
            .orElseThrow();

    private final Map<ClinicId, Totals> clinics = new HashMap<>();

    @Test
    void ranksNobodyWithFewerThanThirtyCases() {
        ClinicId small = clinic(29, 29);
        ClinicId enough = clinic(3, 30);

        Comparison all = Comparison.of(NO_SHOWS, clinics);

        assertThat(line(all, small).position()).isEqualTo(TOO_FEW_CASES);
        assertThat(line(all, small).rank()).isNull();
        assertThat(line(all, enough).rank()).isOne();
    }

    @Test
    void theSameRateIsOutsideOnlyWhereThereAreCasesEnough() {
        clinic(100, 2_000);
        ClinicId small = clinic(4, 40);
        ClinicId large = clinic(200, 2_000);

        Comparison all = Comparison.of(NO_SHOWS, clinics);

        assertThat(line(all, small).value())
                .isEqualByComparingTo(line(all, large).value());
        assertThat(line(all, small).position()).isEqualTo(WITHIN);
        assertThat(line(all, large).position()).isEqualTo(ABOVE);
        assertThat(line(all, small).rank())
                .as("equal values have one rank")
                .isEqualTo(line(all, large).rank());
    }

    @Test
    void takesTheMedianOfTheClinicsThatHaveAValue() {
        clinic(1, 10);
        clinic(2, 10);
        clinic(9, 10);
        clinic(0, 0);

        assertThat(Comparison.of(NO_SHOWS, clinics).median()).isEqualByComparingTo("20.0");
        assertThat(Comparison.median(List.of())).isNull();
        assertThat(Comparison.median(List.of(BigDecimal.ONE, BigDecimal.TWO))).isEqualByComparingTo("1.5");
    }

    /** Clinics that are alike in truth: about one in twenty lies outside the limits by chance, however small they are. */
    @ParameterizedTest
    @ValueSource(ints = {60, 400})
    void marksAboutOneInTwentyOfClinicsThatAreAlike(int cases) {
        Random random = new Random(cases);
        for (int i = 0; i < 2_000; i++) {
            int part = 0;
            for (int one = 0; one < cases; one++) {
                part += random.nextDouble() < 0.3 ? 1 : 0;
            }
            clinic(part, cases);
        }

        long outside = Comparison.of(NO_SHOWS, clinics).clinics().stream()
                .filter(it -> it.position() != WITHIN)
                .count();

        assertThat(outside / 2_000.0).isCloseTo(0.05, within(0.02));
    }

    private ClinicId clinic(long noShows, long cases) {
        ClinicId id = new ClinicId(Ids.next(ClinicId.PREFIX));
        clinics.put(
                id,
                new Totals(
                        Map.of(Measure.NO_SHOWS.name(), noShows, Measure.COMPLETED_VISITS.name(), cases - noShows), 0));
        return id;
    }

    private static Line line(Comparison all, ClinicId clinic) {
        return Stream.of(all)
                .flatMap(it -> it.clinics().stream())
                .filter(it -> it.clinicId().equals(clinic))
                .findFirst()
                .orElseThrow();
    }
}
