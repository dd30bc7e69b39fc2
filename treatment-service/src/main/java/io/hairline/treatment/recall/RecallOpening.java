package io.hairline.treatment.recall;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import io.hairline.treatment.erasure.ClientErasureStep;
import io.hairline.treatment.erasure.ErasedClients;
import io.hairline.treatment.lot.RecalledBatches;
import io.hairline.treatment.recall.exposure.ExposedClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Opens recalls and finds, page by page, the clients on whom the batch was used. A lot is barred as soon as the recall
 * is stored; the notices follow within moments. A client who is erased has the notice closed, if it isn't acknowledged.
 */
@Service
class RecallOpening implements DueWorkHandler, RecalledBatches.LateUse, ClientErasureStep {

    static final String KIND = "recall-notices";

    private static final int AT_ONCE = 100;
    /** For sessions that were being completed at the moment of the recall. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final EventLog eventLog;
    private final Recalls recalls;
    private final RecallTracing tracing;
    private final ErasedClients erased;
    private final DueWork dueWork;
    private final Clock clock;

    RecallOpening(
            EventLog eventLog,
            Recalls recalls,
            RecallTracing tracing,
            ErasedClients erased,
            DueWork dueWork,
            Clock clock) {
        this.eventLog = eventLog;
        this.recalls = recalls;
        this.tracing = tracing;
        this.erased = erased;
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

    @Override
    public void note(String batch) {
        recalls.standingOf(batch).ifPresent(it -> dueWork.at(clock.instant(), KIND, subject(it.id(), null)));
    }

    /**
     * All notices of the person: who was registered twice, knows once.
     *
     * @param noted null if the client confirms it
     */
    RecallNotice acknowledge(RecallId recall, ClientId client, RecallNotice.@Nullable Noted noted) {
        return eventLog.recordAll(RecallNotice.class, () -> {
                    List<RecallNotice> own = recalls.noticesOf(recall, client);
                    if (own.isEmpty()) {
                        throw Refusal.notFound();
                    }
                    return own.stream()
                            .map(it -> it.acknowledge(noted, clock.instant()))
                            .toList();
                })
                .getFirst();
    }

    @Override
    public String code() {
        return "RECALL_NOTICES";
    }

    /** Nothing of the notices goes, for they are a recall's evidence; so the report leaves them out. */
    @Override
    public long erase(ClientId client) {
        eventLog.recordAll(
                RecallNotice.class,
                () -> recalls.openUnder(client).stream()
                        .map(it -> it.closeForErasure(clock.instant()))
                        .toList());
        return 0;
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
        ClientId after = parts.length > 1 && parts[1].startsWith(ClientId.PREFIX + "_") ? new ClientId(parts[1]) : null;
        List<ExposedClient> page = tracing.exposedTo(recall, after, AT_ONCE);
        notice(recall, page);
        if (page.size() == AT_ONCE) {
            dueWork.at(
                    clock.instant(), KIND, subject(recall.id(), page.getLast().clientId()));
        }
    }

    /** A client who is erased at the same moment is closed when it is looked again. */
    private void notice(Recall recall, List<ExposedClient> page) {
        List<ClientId> clients = page.stream().map(ExposedClient::clientId).toList();
        eventLog.recordAll(RecallNotice.class, () -> {
            Set<ClientId> gone = erased.among(clients);
            Map<ClientId, RecallNotice> noticed = recalls.noticesOf(recall.id(), clients);
            return Stream.concat(
                            page.stream()
                                    .filter(it -> !noticed.containsKey(it.clientId()))
                                    .map(it -> noticeFor(recall, it, gone.contains(it.clientId()))),
                            noticed.values().stream()
                                    .filter(it -> gone.contains(it.clientId()))
                                    .map(it -> it.closeForErasure(clock.instant())))
                    .toList();
        });
    }

    private Change<RecallNotice> noticeFor(Recall recall, ExposedClient it, boolean isErased) {
        RecallNoticeId id = new RecallNoticeId(Ids.next(RecallNoticeId.PREFIX));
        return isErased
                ? RecallNotice.ofErased(id, recall.id(), it.clientId(), it.clinicId(), clock.instant())
                : RecallNotice.open(id, recall.id(), it.clientId(), it.clinicId(), clock.instant());
    }

    private static String subject(RecallId recall, @Nullable ClientId after) {
        return after == null ? recall.value() : recall.value() + "/" + after.value();
    }
}
