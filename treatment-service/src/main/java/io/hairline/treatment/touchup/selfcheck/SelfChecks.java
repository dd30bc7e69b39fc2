package io.hairline.treatment.touchup.selfcheck;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.SelfCheckId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpPlanned;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.touchup.TouchUpPlanning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Asks each year, and takes the answer. A year that went by while nothing ran is not asked for afterwards. */
@Service
class SelfChecks implements EventConsumer<TreatmentEvent>, DueWorkHandler, Indexes {

    static final String KIND = "self-check";

    private static final Duration TOO_LATE = Duration.ofDays(30);
    private static final String CLIENT = "clientId";
    private static final String ANSWER = "answer";

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final TouchUpPlanning planning;
    private final ReferenceData referenceData;
    private final ChartEncryption encryption;
    private final MergedIds mergedClients;
    private final DueWork dueWork;
    private final Clock clock;

    SelfChecks(
            MongoTemplate mongo,
            EventLog eventLog,
            TouchUpPlanning planning,
            ReferenceData referenceData,
            ChartEncryption encryption,
            MergedIds mergedClients,
            DueWork dueWork,
            Clock clock) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.planning = planning;
        this.referenceData = referenceData;
        this.encryption = encryption;
        this.mergedClients = mergedClients;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        if (event instanceof TouchUpPlanned it) {
            planning.planned(it.touchUpId()).ifPresent(about -> askLater(about, 1));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The subject is the touch-up and the year. */
    @Override
    public void run(DueItem item) {
        String[] parts = item.subject().split("/", 2);
        int year = Integer.parseInt(parts[1]);
        planning.planned(new TouchUpId(parts[0])).ifPresent(about -> {
            if (item.dueAt().plus(TOO_LATE).isAfter(clock.instant())) {
                SelfCheckId id = new SelfCheckId(Ids.next(SelfCheckId.PREFIX));
                var _ = eventLog.record(SelfCheck.class, () -> SelfCheck.ask(id, about, year, clock.instant()));
            }
            askLater(about, year + 1);
        });
    }

    private void askLater(TouchUpPlanning.Planned about, int year) {
        Instant at =
                about.treatedOn().plusYears(year).atStartOfDay(about.zone()).toInstant();
        dueWork.at(at, KIND, about.id().value() + "/" + year);
    }

    SelfCheck answer(SelfCheckId id, ColourSeen seen) {
        SelfCheck known = require(id);
        LocalDate today = today(known);
        return eventLog.record(
                SelfCheck.class,
                () -> require(id)
                        .answer(
                                encryption.seal(seen, known.clientId(), id, ANSWER),
                                seen.suggestsConsultation(),
                                today,
                                clock.instant())
                        .with(planning.reconsider(known.clientId(), ColourSeen.REASONS, seen.reasons())));
    }

    boolean isOpen(SelfCheck it) {
        return it.isOpenOn(today(it));
    }

    private LocalDate today(SelfCheck it) {
        return LocalDate.ofInstant(
                clock.instant(), referenceData.requireClinic(it.clinicId()).zoneId());
    }

    SelfCheck require(SelfCheckId id) {
        return Optional.ofNullable(mongo.findById(id, SelfCheck.class)).orElseThrow(Refusal::notFound);
    }

    Optional<ColourSeen> answerOf(SelfCheck it) {
        return Optional.ofNullable(it.answer())
                .map(answer -> encryption.open(answer, it.clientId(), it.id(), ANSWER, ColourSeen.class));
    }

    /** Latest first. */
    List<SelfCheck> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client))
                        .with(Sort.by("_id").descending()),
                SelfCheck.class);
    }

    long erase(ClientId client) {
        return mongo.remove(Query.query(Criteria.where(CLIENT).is(client)), SelfCheck.class)
                .getDeletedCount();
    }

    @Override
    public void ensure(MongoDatabase database) {
        var checks = database.getCollection("self_checks");
        checks.createIndex(ascending(CLIENT, "_id"));
        checks.createIndex(ascending("touchUpId", "year"), new IndexOptions().unique(true));
    }
}
