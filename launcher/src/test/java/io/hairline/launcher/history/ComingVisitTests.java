package io.hairline.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoHolidays;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComingVisitTests {

    private static final LocalDateTime TEN_ON_A_TUESDAY = LocalDateTime.of(2026, 12, 1, 10, 0);

    private static List<ComingVisit> all(LocalDateTime now) {
        return DemoShift.clinics()
                .flatMap(it -> ComingVisit.in(it, now).stream())
                .toList();
    }

    @Test
    void fillTwoThirdsOfTheWorkingTime() {
        LocalDate today = TEN_ON_A_TUESDAY.toLocalDate();
        long working = DemoShift.clinics()
                .flatMap(it -> DemoShift.in(it).stream())
                .mapToLong(shift -> today.plusDays(1)
                        .datesUntil(today.plusDays(ComingVisit.DAYS))
                        .filter(shift::isOn)
                        .mapToLong(_ ->
                                Duration.between(shift.from(), shift.until()).toMinutes())
                        .sum())
                .sum();
        long booked = all(TEN_ON_A_TUESDAY).stream()
                .filter(it -> it.day().isAfter(today))
                .mapToLong(ComingVisit::minutes)
                .sum();

        assertThat((double) booked / working).isBetween(0.58, 0.8);
    }

    @Test
    void neverPutAPractitionerIntoTwoVisitsAtOnce() {
        Map<String, List<ComingVisit>> days =
                all(TEN_ON_A_TUESDAY).stream().collect(Collectors.groupingBy(it -> it.practitioner() + " " + it.day()));
        days.values().forEach(day -> {
            List<ComingVisit> sorted =
                    day.stream().sorted(Comparator.comparing(ComingVisit::time)).toList();
            for (int number = 1; number < sorted.size(); number++) {
                ComingVisit before = sorted.get(number - 1);
                assertThat(sorted.get(number).time())
                        .isAfterOrEqualTo(before.time().plusMinutes(before.minutes()));
            }
        });
    }

    @Test
    void haveConsultationsAroundNowAndNothingElseThatIsOver() {
        List<ComingVisit> today = all(TEN_ON_A_TUESDAY).stream()
                .filter(it -> it.day().equals(TEN_ON_A_TUESDAY.toLocalDate()))
                .toList();

        assertThat(today).filteredOn(it -> it.time().getHour() <= 10).hasSizeGreaterThan(20);
        assertThat(today)
                .filteredOn(it -> it.time().isBefore(TEN_ON_A_TUESDAY.toLocalTime()))
                .isNotEmpty()
                .allMatch(it -> it.serviceCode().equals(ComingVisit.CONSULTATION));
    }

    @Test
    void bookNothingOnHolidays() {
        assertThat(DemoShift.clinics())
                .allSatisfy(clinic -> assertThat(ComingVisit.in(clinic, LocalDateTime.of(2026, 12, 22, 10, 0)))
                        .isNotEmpty()
                        .noneMatch(it -> DemoHolidays.isOn(clinic, it.day())));
    }
}
