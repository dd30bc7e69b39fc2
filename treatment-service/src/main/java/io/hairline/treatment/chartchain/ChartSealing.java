package io.hairline.treatment.chartchain;

import io.hairline.contracts.ChartSealId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.treatment.ChartHead;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Seals the ends of the chains that grew, within an hour. */
@Component
class ChartSealing implements DueWorkHandler {

    static final String KIND = "chart-seal";
    /** What one event carries with room to spare. */
    private static final int MOST = 1_000;

    private static final String SEALED = "sealed";

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;

    ChartSealing(MongoTemplate mongo, EventLog eventLog, DueWork dueWork, Clock clock) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        seal();
    }

    /** Seals up to so many links; asks for another round if there are more. */
    void seal() {
        List<ChartLink> open =
                mongo.find(Query.query(Criteria.where(SEALED).is(false)).limit(MOST), ChartLink.class);
        if (open.isEmpty()) {
            return;
        }
        Map<String, ChartLink> heads = new TreeMap<>();
        open.forEach(it ->
                heads.merge(it.clientId().value(), it, (one, other) -> one.number() > other.number() ? one : other));
        ChartSealId id = new ChartSealId(Ids.next(ChartSealId.PREFIX));
        var _ = eventLog.record(ChartSeal.class, () -> {
            var _ = mongo.updateMulti(
                    Query.query(Criteria.where("_id")
                            .in(open.stream().map(ChartLink::id).toList())),
                    Update.update(SEALED, true),
                    ChartLink.class);
            return ChartSeal.over(
                    id,
                    heads.values().stream()
                            .map(it -> new ChartHead(new ClientId(it.clientId().value()), it.number(), it.hash()))
                            .toList(),
                    clock.instant());
        });
        if (open.size() == MOST) {
            dueWork.at(clock.instant(), KIND, "more");
        }
    }
}
