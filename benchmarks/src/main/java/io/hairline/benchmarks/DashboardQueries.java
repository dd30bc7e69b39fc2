package io.hairline.benchmarks;

import io.hairline.contracts.ClinicId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * P12: a month of a region or of a clinic, somewhere in ten years. At full length, each day of each clinic has its sums, as 20
 * million events leave them, however many of these P13 reads.
 */
final class DashboardQueries implements Benchmark {

    private static final int RATE = 20;
    private static final int SEED = 12;
    private static final double P99_MILLIS = 50;
    private static final int DAYS = 3_600;
    private static final int MONTH = 30;
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    @Override
    public String id() {
        return "P12";
    }

    /** What one dashboard shows. */
    private record Query(String scope, List<ClinicId> clinics, LocalDate from) {

        private static Query at(int number, HeadOfficeProcess office) {
            Random random = new Random(SEED + (long) number);
            LocalDate from = LocalDate.now(ZoneOffset.UTC).minusDays(random.nextInt(MONTH + 1, DAYS));
            if (number % 2 == 0) {
                String region =
                        office.regions().get(random.nextInt(office.regions().size()));
                return new Query("regionId=" + region, office.clinicsOf(region), from);
            }
            ClinicId clinic =
                    office.clinics().get(random.nextInt(office.clinics().size()));
            return new Query("clinicId=" + clinic.value(), List.of(clinic), from);
        }

        private LocalDate to() {
            return from.plusDays(MONTH - 1);
        }

        private String path() {
            return "/api/v1/dashboard?" + scope + "&from=" + from + "&to=" + to() + "&period=day";
        }
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws Exception {
        HeadOfficeProcess office = lab.headOffice();
        ReadModelFill past = office.past();
        Duration length = lab.length(Duration.ofSeconds(30), Duration.ofMinutes(5));
        try (DashboardSums sums = new DashboardSums(lab)) {
            if (lab.isFull()) {
                lab.say("giving each of " + TenYears.DAYS + " days its sums …");
                sums.fill(office.clinics(), TenYears.DAYS);
            }
            paced(office, WARM_UP);
            Timings timings = paced(office, length);
            Timings bare = OpenLoop.paced(RATE, length, it -> {
                Query query = Query.at(it, office);
                // A clinic of a small run may have had no visit for a month.
                return sums.days(query.clinics(), query.from(), query.to()) >= 0 ? 200 : 500;
            });
            return new Result(
                    id(),
                    "dashboards of a month with %d events and %d clinic days behind them, %d/s"
                            .formatted(past.events(), sums.clinicDays(), RATE),
                    "p99 <= 50 ms",
                    timings + String.format(Locale.ROOT, "; p99 %.1fx", timings.millisAt(99) / bare.millisAt(99)),
                    "the read of the month's sums alone: " + bare,
                    timings.ended(200) == timings.count() && timings.millisAt(99) <= P99_MILLIS);
        }
    }

    private static Timings paced(HeadOfficeProcess office, Duration length) {
        return OpenLoop.paced(
                RATE,
                length,
                it -> office.api().read(Query.at(it, office).path()).status());
    }
}
