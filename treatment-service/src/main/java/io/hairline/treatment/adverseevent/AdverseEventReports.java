package io.hairline.treatment.adverseevent;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Indexes;
import io.hairline.treatment.lot.Batch;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.session.Sessions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Adverse events as regions and head office see them: codes and numbers, and no word of a chart. */
@Repository
@EnableConfigurationProperties(ResponsiblePersonLabels.class)
public class AdverseEventReports implements Indexes {

    private static final String EVENTS = "adverse_events";
    private static final String SUSPECTED = "suspectedLotIds";
    private static final String TREATING = "treatingClinicId";
    private static final int MOST_BATCHES = 200;

    private final MongoTemplate mongo;
    private final Lots lots;
    private final Sessions sessions;

    AdverseEventReports(MongoTemplate mongo, Lots lots, Sessions sessions) {
        this.mongo = mongo;
        this.lots = lots;
        this.sessions = sessions;
    }

    /**
     * Latest first.
     *
     * @param clinics that reported it, or in which the client had been treated; null for all
     * @param open only those without an outcome, and those that were ever serious and of which no authority has been told
     */
    List<AdverseEvent> of(@Nullable Set<ClinicId> clinics, boolean open, @Nullable AdverseEventId before, int most) {
        List<Criteria> which = new ArrayList<>();
        if (clinics != null) {
            which.add(new Criteria()
                    .orOperator(
                            Criteria.where("clinicId").in(clinics),
                            Criteria.where(TREATING).in(clinics)));
        }
        if (open) {
            which.add(new Criteria()
                    .orOperator(
                            Criteria.where("outcome").is(null),
                            Criteria.where("seriousSince").ne(null).and("filed").is(null)));
        }
        if (before != null) {
            which.add(Criteria.where("_id").lt(before));
        }
        Criteria page = which.isEmpty() ? new Criteria() : new Criteria().andOperator(which);
        return mongo.find(Query.query(page).with(Sort.by("_id").descending()).limit(most), AdverseEvent.class);
    }

    /** What was reported of a batch, as the labels of its lots are known by now, in the order it was reported. */
    public List<ReportedHarm> of(Batch batch) {
        List<LotId> ids = lots.of(batch).stream().map(Lot::id).toList();
        List<AdverseEvent> found =
                mongo.find(Query.query(Criteria.where(SUSPECTED).in(ids)).with(Sort.by("_id")), AdverseEvent.class);
        Map<LotId, Lot> known = lotsOf(found);
        return found.stream().map(it -> harm(it, known)).toList();
    }

    /** The lots that these may come from. */
    Map<LotId, Lot> lotsOf(List<AdverseEvent> all) {
        return lots.byId(all.stream().flatMap(it -> it.suspectedLots().stream()).toList());
    }

    private static ReportedHarm harm(AdverseEvent it, Map<LotId, Lot> known) {
        return new ReportedHarm(
                it.id(),
                it.clinicId(),
                it.clientId(),
                it.severity(),
                it.reportedAt(),
                it.outcome(),
                it.batches(known).stream().map(AdverseEventReports::label).toList(),
                Optional.ofNullable(it.needleLotId())
                        .flatMap(one -> Optional.ofNullable(known.get(one)))
                        .map(one -> label(AdverseEvent.Batch.of(one)))
                        .orElse(null),
                it.allPhotos(),
                it.filedAt());
    }

    private static String label(AdverseEvent.Batch it) {
        return String.join(" ", it.maker(), it.product(), it.lotNumber());
    }

    /** The batches that somebody reported something of, as their labels are known by now, those above their limit first. */
    List<AdverseEventRate> rates() {
        List<Document> counted = mongo.getCollection(EVENTS)
                .aggregate(List.of(
                        unwind("$" + SUSPECTED),
                        lookup("lots", SUSPECTED, "_id", "lot"),
                        unwind("$lot"),
                        group(new Document("event", "$_id").append("batch", "$lot.batch"), first("lot", "$lot")),
                        group("$_id.batch", sum("events", 1), first("lot", "$lot")),
                        sort(descending("events", "_id")),
                        limit(MOST_BATCHES)))
                .into(new ArrayList<>());
        long allEvents = mongo.estimatedCount(AdverseEvent.class);
        long allSessions = sessions.count();
        return counted.stream()
                .map(it -> rate(it, allSessions, allEvents))
                .sorted(Comparator.comparing(AdverseEventRate::aboveLimit).reversed())
                .toList();
    }

    private AdverseEventRate rate(Document counted, long allSessions, long allEvents) {
        Document lot = counted.get("lot", Document.class);
        List<LotId> ids = lots.of(new Batch(counted.getString("_id"))).stream()
                .map(Lot::id)
                .toList();
        return AdverseEventRate.of(
                new AdverseEvent.Batch(lot.getString("maker"), lot.getString("product"), lot.getString("lotNumber")),
                sessions.countExposedTo(ids),
                counted.getInteger("events"),
                allSessions,
                allEvents);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var events = database.getCollection(EVENTS);
        events.createIndex(ascending("clinicId", "_id"));
        events.createIndex(ascending(TREATING, "_id"));
        events.createIndex(ascending(SUSPECTED, "_id"));
        nameLots(events);
    }

    /** Events from before they named lots, and not labels alone, name them too. */
    private void nameLots(MongoCollection<Document> events) {
        for (Document it : events.find(exists(SUSPECTED, false))) {
            List<String> named = Stream.of("lotId", "needleLotId")
                    .flatMap(field -> Stream.ofNullable(it.getString(field)))
                    .toList();
            List<String> suspected = named.isEmpty()
                    ? Stream.ofNullable(it.getString("sessionId"))
                            .flatMap(session -> sessions.lotsOf(new SessionId(session)).stream())
                            .map(LotId::value)
                            .toList()
                    : named;
            events.updateOne(eq("_id", it.get("_id")), set(SUSPECTED, suspected));
        }
    }
}
