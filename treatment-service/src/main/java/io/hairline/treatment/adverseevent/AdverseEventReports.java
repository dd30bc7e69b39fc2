package io.hairline.treatment.adverseevent;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.kit.Indexes;
import io.hairline.treatment.lot.Batch;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.session.Sessions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Adverse events as regions and head office see them: codes and numbers, and no word of a chart. */
@Repository
@EnableConfigurationProperties(ResponsiblePersonLabels.class)
public class AdverseEventReports implements Indexes {

    private static final String BATCHES = "batches";
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
     * @param clinics whose; null for all
     * @param open only those without an outcome, and those that were ever serious and of which no authority has been told
     */
    List<AdverseEvent> of(@Nullable Set<ClinicId> clinics, boolean open, @Nullable AdverseEventId before, int most) {
        Criteria which =
                clinics == null ? new Criteria() : Criteria.where("clinicId").in(clinics);
        if (open) {
            which = which.orOperator(
                    Criteria.where("outcome").is(null),
                    Criteria.where("seriousSince").ne(null).and("filed").is(null));
        }
        Criteria page = before == null ? which : which.and("_id").lt(before);
        return mongo.find(Query.query(page).with(Sort.by("_id").descending()).limit(most), AdverseEvent.class);
    }

    /** What was reported of a batch, however its labels were typed, in the order it was reported. */
    public List<ReportedHarm> of(Batch batch) {
        List<Document> labels = mongo.findDistinct(BATCHES, AdverseEvent.class, Document.class).stream()
                .filter(it -> Batch.of(it.getString("maker"), it.getString("product"), it.getString("lotNumber"))
                        .equals(batch))
                .toList();
        return mongo
                .find(Query.query(Criteria.where(BATCHES).in(labels)).with(Sort.by("_id")), AdverseEvent.class)
                .stream()
                .map(this::harm)
                .toList();
    }

    private ReportedHarm harm(AdverseEvent it) {
        return new ReportedHarm(
                it.id(),
                it.clinicId(),
                it.clientId(),
                it.severity(),
                it.reportedAt(),
                it.outcome(),
                it.allBatches().stream()
                        .map(one -> label(one.maker(), one.product(), one.lotNumber()))
                        .toList(),
                Optional.ofNullable(it.needleLotId())
                        .flatMap(lots::find)
                        .map(one -> label(one.maker(), one.product(), one.lotNumber()))
                        .orElse(null),
                it.allPhotos(),
                it.filedAt());
    }

    private static String label(String maker, String product, String lotNumber) {
        return String.join(" ", maker, product, lotNumber);
    }

    /** The batches that somebody reported something of, however their labels were typed, those above their limit first. */
    List<AdverseEventRate> rates() {
        List<Document> counted = mongo.aggregate(
                        Aggregation.newAggregation(
                                Aggregation.unwind(BATCHES),
                                Aggregation.group(BATCHES).count().as("events"),
                                Aggregation.sort(Sort.by("events").descending()),
                                Aggregation.limit(MOST_BATCHES)),
                        AdverseEvent.class,
                        Document.class)
                .getMappedResults();
        long allEvents = mongo.estimatedCount(AdverseEvent.class);
        long allSessions = sessions.count();
        Map<Batch, Reported> byBatch = new LinkedHashMap<>();
        counted.stream()
                .map(Reported::of)
                .forEach(it -> byBatch.merge(
                        it.batch(),
                        it,
                        (often, rarely) -> new Reported(often.label(), often.events() + rarely.events())));
        return byBatch.entrySet().stream()
                .map(it -> rate(it.getKey(), it.getValue(), allSessions, allEvents))
                .sorted(Comparator.comparing(AdverseEventRate::aboveLimit).reversed())
                .toList();
    }

    /** How many events name a batch by a label, as it was typed. */
    private record Reported(AdverseEvent.Batch label, int events) {

        static Reported of(Document counted) {
            Document typed = counted.get("_id", Document.class);
            return new Reported(
                    new AdverseEvent.Batch(
                            typed.getString("maker"), typed.getString("product"), typed.getString("lotNumber")),
                    counted.getInteger("events", 0));
        }

        Batch batch() {
            return Batch.of(label.maker(), label.product(), label.lotNumber());
        }
    }

    private AdverseEventRate rate(Batch batch, Reported reported, long allSessions, long allEvents) {
        List<LotId> ids = lots.of(batch).stream().map(Lot::id).toList();
        return AdverseEventRate.of(
                reported.label(), sessions.countExposedTo(ids), reported.events(), allSessions, allEvents);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("adverse_events").createIndex(ascending("clinicId", "_id"));
    }
}
