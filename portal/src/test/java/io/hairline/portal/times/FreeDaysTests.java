package io.hairline.portal.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hairline.portal.brand.Slot;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreeDaysTests {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final OffsetDateTime TEN = OffsetDateTime.parse("2026-11-28T10:00:00+01:00");

    private static Slot slot(String practitioner, OffsetDateTime at) {
        return slot("cln_1", null, practitioner, at);
    }

    private static Slot slot(String clinic, @Nullable Double kilometres, String practitioner, OffsetDateTime at) {
        return new Slot(
                clinic,
                clinic,
                "Europe/Berlin",
                practitioner,
                practitioner,
                null,
                "CONSULTATION",
                at,
                at.plusMinutes(45),
                at.toLocalDateTime(),
                List.of(),
                kilometres);
    }

    private static FreeDays of(List<Slot> slots) {
        return FreeDays.of(List.of(SATURDAY.minusDays(1), SATURDAY), List.of(List.of(), slots), null, "/book?");
    }

    @Test
    void showEveryFreeTime() {
        List<Slot> slots = IntStream.range(0, 22)
                .mapToObj(it -> slot("prc_1", TEN.plusMinutes(15L * it)))
                .toList();
        FreeDays free = of(slots);

        assertThat(free.days().get(1).count()).isEqualTo(22);
        assertThat(free.places().getFirst().parts().stream()
                        .mapToInt(it -> it.slots().size())
                        .sum())
                .isEqualTo(22);
    }

    @Test
    void offerATimeOfSeveralPractitionersOnce() {
        assertThat(of(List.of(slot("prc_1", TEN), slot("prc_2", TEN)))
                        .days()
                        .get(1)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void beginWithTheFirstDayThatHasAnyTime() {
        assertThat(of(List.of(slot("prc_1", TEN))).chosen()).isEqualTo(SATURDAY);
    }

    @Test
    void nameEachClinicsDistanceAsTheSearchToldItNearestFirst() {
        FreeDays free = of(List.of(slot("cln_far", 41.7, "prc_1", TEN), slot("cln_near", 3.2, "prc_2", TEN)));

        assertThat(free.places())
                .extracting(FreeDays.Place::clinicId, FreeDays.Place::kilometres)
                .containsExactly(tuple("cln_near", 3L), tuple("cln_far", 42L));
        assertThat(of(List.of(slot("prc_1", TEN))).places().getFirst().kilometres())
                .isNull();
    }
}
