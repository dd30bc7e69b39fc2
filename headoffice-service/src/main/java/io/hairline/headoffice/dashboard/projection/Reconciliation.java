package io.hairline.headoffice.dashboard.projection;

import com.mongodb.ClientSessionOptions;
import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.kit.events.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Service;

/**
 * Counts all sums again from the facts and mends what differs, one clinic after the other, so that no more than one clinic's
 * sums are in memory.
 *
 * <p>A clinic's facts and sums are read as they were at one instant, and a sum is mended by what it was wrong by, so events
 * that come meanwhile are neither lost nor counted twice.
 */
@Service
public class Reconciliation {

    private static final int MOST_NAMED = 1_000;

    private final MongoTemplate mongo;
    private final ClientFactsStore clientFacts;
    private final Generations generations;
    private final ClinicDirectory clinics;
    private final Transactions transactions;

    Reconciliation(
            MongoTemplate mongo,
            ClientFactsStore clientFacts,
            Generations generations,
            ClinicDirectory clinics,
            Transactions transactions) {
        this.mongo = mongo;
        this.clientFacts = clientFacts;
        this.generations = generations;
        this.clinics = clinics;
        this.transactions = transactions;
    }

    /**
     * A sum that wasn't what the facts say.
     *
     * @param measure with a practitioner's or chair's id and a bar before it where it is theirs
     */
    public record Mended(String clinicId, String day, String measure, long wrongBy) {}

    /**
     * What a recount went through, and what it mended.
     *
     * @param clients who count in some sum
     * @param wrong how many sums were wrong
     * @param mended the first thousand of them
     */
    public record Report(long clients, long wrong, List<Mended> mended) {}

    /** Counts all clinics again. */
    public synchronized Report recount() {
        Generation serving = generations.serving();
        Set<ClinicId> all = Stream.concat(clinics.all().stream().map(Clinic::id), clientFacts.clinics(serving).stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(ClinicId::value))));
        long clients = 0;
        long wrong = 0;
        List<Mended> mended = new ArrayList<>();
        for (ClinicId it : all) {
            Report one = recount(serving, it);
            clients += one.clients();
            wrong += one.wrong();
            one.mended().stream().limit(MOST_NAMED - mended.size()).forEach(mended::add);
        }
        return new Report(clients, wrong, mended);
    }

    private Report recount(Generation in, ClinicId clinic) {
        ClientSessionOptions atOneInstant = ClientSessionOptions.builder()
                .snapshot(true)
                .causallyConsistent(false)
                .build();
        DailyTotalsStore differences = new DailyTotalsStore();
        Long clients = mongo.withSession(atOneInstant).execute(it -> {
            subtractKept(it, in, clinic, differences);
            return count(it, in, clinic, differences);
        });
        transactions.run(() -> clientFacts.move(differences, in));
        List<Mended> mended = new ArrayList<>();
        differences.each((place, sums) -> sums.forEach((measure, amount) ->
                mended.add(new Mended(place.clinicId().value(), place.day().toString(), measure, -amount))));
        return new Report(clients == null ? 0 : clients, mended.size(), mended);
    }

    /** Counts who counts in several clinics in the first of them alone. */
    private static long count(MongoOperations snapshot, Generation in, ClinicId clinic, DailyTotalsStore counted) {
        long read = 0;
        try (Stream<ClientFacts> clients = ClientFactsStore.clientsOf(snapshot, in, clinic)) {
            for (ClientFacts it : (Iterable<ClientFacts>) clients::iterator) {
                List<Contribution> all = TotalsCalculator.contributions(it);
                all.stream()
                        .filter(part -> part.clinicId().equals(clinic))
                        .forEach(part -> counted.add(part.place(), part.sum(), part.amount()));
                boolean first = ClientFactsStore.places(all).stream()
                        .limit(1)
                        .anyMatch(place -> place.startsWith(clinic.value()));
                read += first && !it.isDiary() ? 1 : 0;
            }
        }
        return read;
    }

    private static void subtractKept(
            MongoOperations snapshot, Generation in, ClinicId clinic, DailyTotalsStore counted) {
        for (boolean ofResources : new boolean[] {false, true}) {
            try (Stream<DailyTotals> cells = ClientFactsStore.cellsOf(snapshot, in, clinic, ofResources)) {
                cells.forEach(it -> it.sums()
                        .forEach((key, amount) ->
                                counted.add(new DailyTotalsStore.Place(clinic, it.day(), ofResources), key, -amount)));
            }
        }
    }
}
