package io.hairline.benchmarks;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * P11: events come at a fixed rate while many dashboards of regions and clinics are open; from the moment at which an event
 * was to be sent until each dashboard that counts it shows it.
 */
final class OpenDashboards implements Benchmark {

    private static final int DASHBOARDS = 200;
    private static final int RATE = 500;
    private static final int WARM_UP_SECONDS = 15;
    private static final double P99_MILLIS = 1_000;
    private static final double HEAP_KB = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FIRST_CLIENT = 90_000_000;
    private static final int FIRST_HOUR = 8;
    private static final int HOURS_A_DAY = 8;
    private static final ZoneId ZONE = ZoneId.of(TenYears.ZONE);

    @Override
    public String id() {
        return "P11";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws Exception {
        HeadOfficeProcess office = lab.headOffice();
        int seconds =
                (int) lab.length(Duration.ofSeconds(30), Duration.ofMinutes(10)).toSeconds();
        int warmUp = RATE * WARM_UP_SECONDS;
        long before = Heap.used(office.pid());
        List<DashboardProbe> screens = new ArrayList<>();
        try {
            for (int number = 0; number < DASHBOARDS; number++) {
                screens.add(screen(office, number));
            }
            double heap = (Heap.used(office.pid()) - before) / (double) DASHBOARDS;
            lab.say(DASHBOARDS + " dashboards are open");
            Timings kafka = send(lab, office, screens, warmUp + RATE * seconds, warmUp);
            Instant end = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(end) && screens.stream().anyMatch(it -> !it.isUpToDate())) {
                Thread.sleep(100);
            }
            Timings timings = new Timings();
            screens.forEach(it -> timings.add(it.timings()));
            long behind = screens.stream().filter(it -> !it.isUpToDate()).count();
            return new Result(
                    id(),
                    RATE + " events/s, " + DASHBOARDS + " open dashboards of 10 regions and "
                            + office.clinics().size() + " clinics, event to screen",
                    "p99 <= 1000 ms, <= 30 KB heap for each",
                    String.format(
                            Locale.ROOT,
                            "%s; %.0f KB heap each; %d dashboards behind at the end",
                            timings,
                            heap,
                            behind),
                    "the event in Kafka: " + kafka,
                    behind == 0 && timings.millisAt(99) <= P99_MILLIS && heap <= HEAP_KB);
        } finally {
            screens.forEach(DashboardProbe::close);
        }
    }

    /** Half of them show a region, half a clinic. */
    private static DashboardProbe screen(HeadOfficeProcess office, int number) throws Exception {
        if (number % 2 == 0) {
            String region = office.regions().get(number / 2 % office.regions().size());
            return DashboardProbe.open(office.api(), "regionId=" + region, office.clinicsOf(region));
        }
        ClinicId clinic = office.clinics().get(number / 2 % office.clinics().size());
        return DashboardProbe.open(office.api(), "clinicId=" + clinic.value(), List.of(clinic));
    }

    private static Timings send(
            BenchmarkEnvironment lab, HeadOfficeProcess office, List<DashboardProbe> screens, int count, int warmUp) {
        var config = lab.kafka();
        config.put("linger.ms", 0);
        Timings timings = new Timings();
        List<ClinicId> clinics = office.clinics();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            long start = System.nanoTime();
            OpenLoop.inTurn(count, it -> (long) (it * 1e9 / RATE), it -> {
                long intended = start + (long) (it * 1e9 / RATE);
                ClinicId clinic = clinics.get(it % clinics.size());
                AppointmentBooked event = booked(office, clinic, FIRST_CLIENT + it);
                screens.forEach(screen -> screen.expect(clinic, intended, it >= warmUp));
                var _ = producer.send(
                        lab.records().of(Topics.BOOKING_EVENTS, event, 1, Instant.now()), (_, refused) -> {
                            if (it >= warmUp) {
                                timings.add(
                                        Duration.ofNanos(System.nanoTime() - intended), refused == null ? 200 : 503);
                            }
                        });
            });
        }
        return timings;
    }

    /** Each at a time of its own, as a diary has it: the practitioners of a clinic in turn, hour after hour of the coming weeks. */
    private static AppointmentBooked booked(HeadOfficeProcess office, ClinicId clinic, int number) {
        List<PractitionerId> staff = Objects.requireNonNull(office.staff().get(clinic));
        int ofClinic = (number - FIRST_CLIENT) / office.clinics().size();
        PractitionerId practitioner = staff.get(ofClinic % staff.size());
        int hour = ofClinic / staff.size();
        Instant startsAt = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(7 + hour / HOURS_A_DAY))
                .plus(Duration.ofHours(FIRST_HOUR + hour % HOURS_A_DAY));
        AppointmentSlot slot = new AppointmentSlot(
                clinic,
                practitioner,
                new ChairId("chr_" + BenchmarkNetwork.ulid(1)),
                "CONSULTATION",
                startsAt,
                startsAt.plus(Duration.ofMinutes(45)),
                LocalDateTime.ofInstant(startsAt, ZONE),
                TenYears.ZONE);
        return new AppointmentBooked(
                new AppointmentId("apt_" + BenchmarkNetwork.ulid(number)),
                new ClientId("cli_" + BenchmarkNetwork.ulid(number)),
                slot,
                null);
    }
}
