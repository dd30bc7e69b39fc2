package io.hairline.treatment.chartchain;

import com.mongodb.client.model.Filters;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.treatment.ChartHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Compares what is stored of signed records with the chains and seals over it. */
@Service
class ChartVerification {

    private static final int MOST_FAULTS = 1_000;

    private final MongoTemplate mongo;

    ChartVerification(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What isn't as it was signed. */
    enum What {
        /** A record differs from what was signed. */
        EDITED,
        /** A record is gone. */
        DELETED,
        /** A link of the chain is gone or differs. */
        CHAIN_BROKEN,
        /** The chain ends before where a seal saw its end. */
        CUT_OFF
    }

    /** One thing that isn't as it was signed. */
    record Fault(What what, String clientId, String record) {}

    /** How much was compared, and what differs. */
    record Outcome(long charts, long links, long seals, List<Fault> faults) {}

    /** Goes through every chart. */
    Outcome all() {
        List<Fault> faults = new ArrayList<>();
        long charts = 0;
        long links = 0;
        String after = "";
        while (faults.size() < MOST_FAULTS) {
            List<ChartLink> next = mongo.find(
                    Query.query(Criteria.where("_id").gt(after))
                            .with(Sort.by("_id"))
                            .limit(1),
                    ChartLink.class);
            if (next.isEmpty()) {
                break;
            }
            ClientId client = next.getFirst().clientId();
            links += chart(client, faults);
            charts++;
            after = client.value() + "0";
        }
        AtomicLong seals = new AtomicLong();
        try (Stream<ChartSeal> all = mongo.stream(new Query(), ChartSeal.class)) {
            all.forEach(it -> {
                faults.addAll(missing(it.heads()));
                seals.incrementAndGet();
            });
        }
        return new Outcome(
                charts,
                links,
                seals.get(),
                faults.stream().distinct().limit(MOST_FAULTS).toList());
    }

    /** The charts whose chain doesn't hold what a seal saw as its end. */
    List<Fault> missing(Collection<ChartHead> heads) {
        List<Fault> faults = new ArrayList<>();
        for (ChartHead it : heads) {
            ChartLink link = mongo.findById(ChartLink.idOf(it.clientId(), it.number()), ChartLink.class);
            if (link == null || !link.hash().equals(it.hash())) {
                faults.add(new Fault(What.CUT_OFF, it.clientId().value(), "link " + it.number()));
            }
        }
        return faults;
    }

    private long chart(ClientId client, List<Fault> faults) {
        List<ChartLink> links = mongo.find(
                Query.query(Criteria.where("_id").gt(client.value() + "/").lt(client.value() + "0"))
                        .with(Sort.by("_id")),
                ChartLink.class);
        Map<String, ChartLink> latest = new HashMap<>();
        @Nullable ChartLink last = null;
        for (ChartLink it : links) {
            if (!it.follows(last)) {
                faults.add(new Fault(What.CHAIN_BROKEN, client.value(), "link " + it.number()));
            }
            latest.put(it.recordId(), it);
            last = it;
        }
        latest.values().stream().flatMap(this::fault).forEach(faults::add);
        return links.size();
    }

    private Stream<Fault> fault(ChartLink it) {
        BsonDocument stored = mongo.getDb()
                .getCollection(it.collection(), BsonDocument.class)
                .find(Filters.eq("_id", it.recordId()))
                .first();
        if (stored == null && mongo.exists(ChartChain.marked(it.clientId()), ChartChain.ERASED)) {
            return Stream.empty();
        }
        if (stored == null) {
            return Stream.of(new Fault(What.DELETED, it.clientId().value(), it.recordId()));
        }
        return RecordHash.of(stored).equals(it.content())
                ? Stream.empty()
                : Stream.of(new Fault(What.EDITED, it.clientId().value(), it.recordId()));
    }
}
