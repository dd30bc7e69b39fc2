package io.hairline.treatment.recall;

import io.hairline.contracts.RecallId;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Withdraws a recall that named the wrong batch. Its lots can be used as soon as that is stored, as far as nothing else holds
 * them back; the notices are taken back within moments, page by page.
 */
@Service
class RecallWithdrawal implements DueWorkHandler {

    static final String KIND = "recall-notices-withdrawn";

    private static final int AT_ONCE = 100;
    /** For notices that were being opened at the moment of the withdrawal. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final EventLog eventLog;
    private final Recalls recalls;
    private final DueWork dueWork;
    private final Clock clock;

    RecallWithdrawal(EventLog eventLog, Recalls recalls, DueWork dueWork, Clock clock) {
        this.eventLog = eventLog;
        this.recalls = recalls;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    Recall withdraw(RecallId id, String reason, Consumer<Recall> precondition) {
        String by = RequestContext.current().actor();
        return eventLog.record(Recall.class, () -> {
            Recall found = recalls.require(id);
            precondition.accept(found);
            dueWork.at(clock.instant(), KIND, id.value());
            dueWork.at(clock.instant().plus(LOOK_AGAIN_AFTER), KIND, id.value());
            return found.withdraw(reason, by, clock.instant());
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        RecallId recall = new RecallId(item.subject().split("/", 2)[0]);
        List<RecallNotice> page = recalls.standing(recall, AT_ONCE);
        if (page.isEmpty()) {
            return;
        }
        eventLog.recordAll(
                RecallNotice.class,
                () -> recalls.standing(recall, AT_ONCE).stream()
                        .map(it -> it.withdraw(clock.instant()))
                        .toList());
        dueWork.at(clock.instant(), KIND, recall.value() + "/" + page.getLast().aggregateId());
    }
}
