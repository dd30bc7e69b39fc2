package io.hairline.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** CPU time that our own processes have used since they started, by whose it is. */
record Cpu(Duration booking, Duration mongodb, Duration kafka) {

    static Cpu now(ProcessHandle booking) {
        List<ProcessHandle> all = ProcessHandle.current().descendants().toList();
        Predicate<ProcessHandle> isBooking = booking::equals;
        Predicate<ProcessHandle> isMongodb = it ->
                it.info().command().filter(name -> name.endsWith("mongod")).isPresent();
        return new Cpu(
                of(all, isBooking),
                of(all, isMongodb),
                of(all, isBooking.or(isMongodb).negate()));
    }

    private static Duration of(List<ProcessHandle> all, Predicate<ProcessHandle> whose) {
        return all.stream()
                .filter(whose)
                .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Cpu since(Cpu before) {
        return new Cpu(booking.minus(before.booking), mongodb.minus(before.mongodb), kafka.minus(before.kafka));
    }

    double millisEach(long bookings) {
        return millis(booking.plus(mongodb).plus(kafka), bookings);
    }

    String each(long bookings) {
        return String.format(
                Locale.ROOT,
                "CPU %.1f ms (booking %.1f, MongoDB %.1f, Kafka %.1f)",
                millisEach(bookings),
                millis(booking, bookings),
                millis(mongodb, bookings),
                millis(kafka, bookings));
    }

    private static double millis(Duration time, long bookings) {
        return time.toNanos() / 1e6 / bookings;
    }
}
