package io.hairline.headoffice.dashboard.projection;

import com.mongodb.ClientSessionOptions;
import io.hairline.kit.events.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Service;

/**
 * Counts all sums again from the facts and mends what differs.
 *
 * <p>Both are read as they were at one instant, and a sum is mended by what it was wrong by, so events that come
 * meanwhile are neither lost nor counted twice.
 */
@Service
public class Reconciliation {

    private final MongoTemplate mongo;
    private final ClientFactsStore clientFacts;
    private final Transactions transactions;

    Reconciliation(MongoTemplate mongo, ClientFactsStore clientFacts, Transactions transactions) {
        this.mongo = mongo;
        this.clientFacts = clientFacts;
        this.transactions = transactions;
    }

    /** A sum that wasn't what the facts say. */
    public record Mended(String clinicId, String day, String measure, long wrongBy) {}

    /** What a recount went through, and what it mended. */
    public record Report(long clients, List<Mended> mended) {}

    public synchronized Report recount() {
        ClientSessionOptions atOneInstant = ClientSessionOptions.builder()
                .snapshot(true)
                .causallyConsistent(false)
                .build();
        DailyTotalsStore counted = new DailyTotalsStore();
        Long clients = mongo.withSession(atOneInstant).execute(it -> {
            long read = count(it, counted);
            subtractKept(it, counted);
            return read;
        });
        transactions.run(() -> clientFacts.move(counted));
        List<Mended> mended = new ArrayList<>();
        counted.each((place, sums) -> sums.forEach((measure, amount) ->
                mended.add(new Mended(place.clinicId().value(), place.day().toString(), measure, -amount))));
        return new Report(clients == null ? 0 : clients, mended);
    }

    private static long count(MongoOperations snapshot, DailyTotalsStore counted) {
        long read = 0;
        String last = "";
        for (List<ClientFacts> batch = ClientFactsStore.after(snapshot, ClientFacts.class, last);
                !batch.isEmpty();
                batch = ClientFactsStore.after(snapshot, ClientFacts.class, last)) {
            batch.forEach(it -> counted.plus(TotalsCalculator.of(it)));
            read += batch.stream().filter(it -> !it.isDiary()).count();
            last = batch.getLast().id().value();
        }
        return read;
    }

    private static void subtractKept(MongoOperations snapshot, DailyTotalsStore counted) {
        String last = "";
        for (List<DailyTotals> batch = ClientFactsStore.after(snapshot, DailyTotals.class, last);
                !batch.isEmpty();
                batch = ClientFactsStore.after(snapshot, DailyTotals.class, last)) {
            batch.forEach(it -> it.sums()
                    .forEach((key, amount) ->
                            counted.add(new DailyTotalsStore.Place(it.clinicId(), it.day()), key, -amount)));
            last = batch.getLast().id();
        }
    }
}
