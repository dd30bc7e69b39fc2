package io.hairline.headoffice.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.settlement.PaidWork.Row;
import io.hairline.headoffice.settlement.SettlementEntry.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlementCalculationTests {

    private static final Instant START = Instant.parse("2033-05-05T10:00:00Z");
    private static final ClinicId A = clinic(0);
    private static final ClinicId B = clinic(1);

    @Test
    void aCoursePaidInOneClinicPaysTheSessionsOfAnother() {
        List<SettlementEntry> entries = entries(List.of(
                money(0, A, 240_000, "EUR"),
                work(1, A, 80_000L, "EUR"),
                work(2, B, 80_000L, "EUR"),
                work(3, B, 80_000L, "EUR")));

        assertThat(entries)
                .extracting(SettlementCalculationTests::words)
                .containsExactly("A to B 80000", "A to B 80000");
        assertThat(entries).allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(Kind.PAID_ELSEWHERE);
            assertThat(it.about()).isEqualTo("crs_1");
            assertThat(it.servicingClinicId()).isEqualTo(B);
        });
    }

    @Test
    void aRefundGivesBackWhatItTookFromTheClinicThatDidTheWork() {
        List<SettlementEntry> entries =
                entries(List.of(money(0, A, 80_000, "EUR"), work(1, B, 80_000L, "EUR"), money(40, A, -30_000, "EUR")));

        assertThat(entries)
                .extracting(SettlementCalculationTests::words)
                .containsExactly("A to B 80000", "B to A 30000");
        assertThat(entries.getLast().kind()).isEqualTo(Kind.PAID_ELSEWHERE_RETURNED);
        assertThat(entries.getLast().month()).isEqualTo("2033-06");
        assertThat(entries.getLast().servicingClinicId()).isEqualTo(B);
    }

    @Test
    void aDepositGoesWithItsAppointmentWhateverItsPrice() {
        assertThat(entries(List.of(money(0, A, 9_000, "EUR"), work(2, B, null, null))))
                .extracting(SettlementCalculationTests::words)
                .containsExactly("A to B 9000");
    }

    @Test
    void moneyOfAnotherCurrencyStays() {
        assertThat(entries(List.of(money(0, A, 9_000, "EUR"), work(2, B, 9_000L, "GBP"))))
                .isEmpty();
    }

    @Test
    void noClinicOwesMoreThanItWasPaidWhateverTheOrder() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                ClinicId clinic = clinic(random.nextInt(3));
                rows.add(
                        random.nextBoolean()
                                ? money(i, clinic, random.nextLong(1, 1_000), "EUR")
                                : work(i, clinic, random.nextLong(1, 1_000), "EUR"));
            }
            List<SettlementEntry> entries = entries(rows);
            Map<ClinicId, Long> paid = new LinkedHashMap<>();
            rows.stream().filter(it -> !it.work()).forEach(it -> paid.merge(it.clinicId(), units(it), Long::sum));
            Map<ClinicId, Long> owed = new LinkedHashMap<>();
            entries.forEach(it -> {
                boolean back = it.kind() == Kind.PAID_ELSEWHERE_RETURNED;
                owed.merge(back ? it.creditorId() : it.debtorId(), back ? -it.units() : it.units(), Long::sum);
            });

            owed.forEach((clinic, units) ->
                    assertThat(units).as("clinic %s", clinic).isBetween(0L, paid.getOrDefault(clinic, 0L)));
            assertThat(Netting.sums(entries, Netting.net(entries)))
                    .as("seed %d", seed)
                    .allSatisfy(it -> assertThat(it.amount()).isEqualByComparingTo(BigDecimal.ZERO));
            Collections.shuffle(rows, random);
            assertThat(entries(rows)).isEqualTo(entries);
        }
    }

    private static long units(Row it) {
        return it.units() == null ? 0 : it.units();
    }

    private static List<SettlementEntry> entries(List<Row> rows) {
        Map<String, Row> byKey = new LinkedHashMap<>();
        rows.forEach(it -> byKey.put(it.key(), it));
        return SettlementCalculation.entries(new PaidWork("crs_1", byKey, null, null, true));
    }

    private static Row money(int day, ClinicId clinic, long units, String currency) {
        Instant at = START.plus(Duration.ofDays(day));
        return Row.money(clinic, currency, units, day(at), at, "pay_" + day, 1);
    }

    private static Row work(int day, ClinicId clinic, @Nullable Long units, @Nullable String currency) {
        Instant at = START.plus(Duration.ofDays(day));
        return new Row(true, clinic, currency, units, day(at), at, "ses_" + day, 1);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String words(SettlementEntry it) {
        return (it.debtorId().equals(A) ? "A to B " : "B to A ") + it.units();
    }

    private static ClinicId clinic(int number) {
        return DemoIds.clinic(DemoIds.CLINICS.get(number));
    }
}
