package io.hairline.treatment.recall;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import io.hairline.treatment.lot.Batch;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.session.Exposure;
import io.hairline.treatment.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Opens recalls and finds, page by page, the clients who were treated with the batch. A lot is barred as soon as the recall
 * is stored; the notices follow within moments.
 */
@Service
class Recalling implements DueWorkHandler {

    static final String KIND = "recall-notices";

    private static final int AT_ONCE = 100;
    /** For sessions that were being completed at the moment of the recall. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final EventLog eventLog;
    private final Recalls recalls;
    private final Lots lots;
    private final Sessions sessions;
    private final DueWork dueWork;
    private final Clock clock;

    Recalling(EventLog eventLog, Recalls recalls, Lots lots, Sessions sessions, DueWork dueWork, Clock clock) {
        this.eventLog = eventLog;
        this.recalls = recalls;
        this.lots = lots;
        this.sessions = sessions;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    Recall open(Recall.Wanted wanted) {
        RecallId id = new RecallId(Ids.next(RecallId.PREFIX));
        String by = RequestContext.current().actor();
        return eventLog.once(Recall.class, () -> {
            try {
                return eventLog.record(Recall.class, () -> {
                    dueWork.at(clock.instant(), KIND, subject(id, null));
                    dueWork.at(clock.instant().plus(LOOK_AGAIN_AFTER), KIND, subject(id, null));
                    return Recall.open(id, wanted, by, clock.instant());
                });
            } catch (DuplicateKeyException _) {
                throw Refusal.state("recall-known", "This batch is recalled already; GET /api/v1/recalls lists it.");
            }
        });
    }

    RecallNotice acknowledge(RecallId recall, ClientId client) {
        return eventLog.record(
                RecallNotice.class,
                () -> recalls.findNotice(recall, client)
                        .orElseThrow(Refusal::notFound)
                        .acknowledge(clock.instant()));
    }

    List<Lot> stockOf(Recall recall) {
        return lots.of(new Batch(recall.batch()));
    }

    List<Exposure> exposuresOf(Recall recall, @Nullable SessionId after, int most) {
        return sessions.exposedTo(stockOf(recall).stream().map(Lot::id).toList(), after, most);
    }

    Evidence evidenceOf(Recall recall) {
        return new Evidence(
                recall,
                stockOf(recall),
                exposuresOf(recall, null, Evidence.MOST),
                recalls.noticesOf(recall.id(), null, Evidence.MOST),
                recalls.countNotices(recall.id()),
                recalls.countOutstanding(recall.id()),
                recalls.countWithdrawn(recall.id()),
                clock.instant());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        String[] parts = item.subject().split("/", 2);
        Recall recall = recalls.require(new RecallId(parts[0]));
        if (recall.isWithdrawn()) {
            return;
        }
        SessionId after = parts.length == 1 ? null : new SessionId(parts[1]);
        List<Exposure> page = exposuresOf(recall, after, AT_ONCE);
        notice(recall, page);
        if (page.size() == AT_ONCE) {
            dueWork.at(
                    clock.instant(), KIND, subject(recall.id(), page.getLast().sessionId()));
        }
    }

    private void notice(Recall recall, List<Exposure> page) {
        Map<ClientId, Exposure> byClient = new LinkedHashMap<>();
        page.forEach(it -> byClient.putIfAbsent(it.clientId(), it));
        Set<ClientId> noticed = recalls.noticed(recall.id(), byClient.keySet());
        byClient.keySet().removeAll(noticed);
        if (!byClient.isEmpty()) {
            eventLog.recordAll(
                    RecallNotice.class,
                    () -> byClient.values().stream()
                            .map(it -> noticeFor(recall, it))
                            .toList());
        }
    }

    private Change<RecallNotice> noticeFor(Recall recall, Exposure it) {
        RecallNoticeId id = new RecallNoticeId(Ids.next(RecallNoticeId.PREFIX));
        return RecallNotice.open(id, recall.id(), it.clientId(), it.clinicId(), clock.instant());
    }

    private static String subject(RecallId recall, @Nullable SessionId after) {
        return after == null ? recall.value() : recall.value() + "/" + after.value();
    }
}
