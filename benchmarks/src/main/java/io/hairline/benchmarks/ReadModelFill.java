package io.hairline.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/**
 * How head office read ten years of events into an empty read model.
 *
 * @param perSecond records from the first committed offset to the last
 * @param seconds the same with the start of the service
 * @param barePerSecond as many small documents inserted by the driver alone, in batches of a poll's size
 * @param complete whether the sums hold as many bookings as were written
 */
record ReadModelFill(long events, double perSecond, double seconds, double barePerSecond, boolean complete) {

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int BATCH = 500;
    private static final int MOST_BARE = 500_000;

    static ReadModelFill of(BenchmarkEnvironment lab, HeadOfficeProcess office) throws Exception {
        try (DashboardSums sums = new DashboardSums(lab)) {
            long before = sums.bookings();
            AtomicLong booked = new AtomicLong();
            long events = write(lab, office, booked);
            double bare = bareInserts(sums, (int) Math.min(events, MOST_BARE));
            try (ReplayProgress progress = office.progress()) {
                lab.say("starting headoffice-service, which reads " + progress.behind() + " records …");
                CompletableFuture<Double> rate = CompletableFuture.supplyAsync(() -> perSecond(progress));
                long start = System.nanoTime();
                office.start(LONGEST);
                double perSecond = rate.get();
                double seconds = (System.nanoTime() - start) / 1e9;
                return new ReadModelFill(events, perSecond, seconds, bare, sums.bookings() == before + booked.get());
            }
        }
    }

    private static double perSecond(ReplayProgress progress) {
        try {
            return progress.perSecond();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (ExecutionException e) {
            throw new CompletionException(e);
        }
    }

    /** How many it wrote. */
    private static long write(BenchmarkEnvironment lab, HeadOfficeProcess office, AtomicLong booked) {
        lab.say("writing about " + lab.events() + " events …");
        var config = lab.kafka();
        config.put("linger.ms", 20);
        config.put("batch.size", 200_000);
        AtomicLong written = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            new TenYears(office.clinics(), office.staff(), Instant.now(), lab.events()).each(it -> {
                var _ = producer.send(
                        lab.records().of(it.topic(), it.event(), it.version(), it.time()), (_, refused) -> {
                            if (refused != null) {
                                failed.incrementAndGet();
                            }
                        });
                written.incrementAndGet();
                if (it.event() instanceof AppointmentBooked) {
                    booked.incrementAndGet();
                }
            });
        }
        if (failed.get() > 0) {
            throw new IllegalStateException("The broker refused " + failed + " events");
        }
        return written.get();
    }

    private static double bareInserts(DashboardSums sums, int count) {
        MongoCollection<Document> bare =
                sums.collection("bench_bare").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        long start = System.nanoTime();
        for (int first = 0; first < count; first += BATCH) {
            List<Document> batch = new ArrayList<>();
            for (int number = first; number < Math.min(count, first + BATCH); number++) {
                batch.add(new Document("_id", number)
                        .append("aggregateId", BenchmarkNetwork.ulid(number))
                        .append("version", 1L)
                        .append("data", "x".repeat(300)));
            }
            bare.insertMany(batch);
        }
        double perSecond = count * 1e9 / (System.nanoTime() - start);
        bare.drop();
        return perSecond;
    }
}
