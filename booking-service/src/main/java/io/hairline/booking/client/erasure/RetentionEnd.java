package io.hairline.booking.client.erasure;

import io.hairline.booking.client.ClientFollowUp;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.KeptData;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Removes what booking had to keep of an erased client on the day after the one that the report names, UTC. */
@Component
class RetentionEnd implements DueWorkHandler {

    static final String KIND = "retention-end";

    private final DueWork dueWork;
    private final Erasures erasures;
    private final List<ClientFollowUp> followUps;
    private final EventLog eventLog;

    RetentionEnd(DueWork dueWork, Erasures erasures, List<ClientFollowUp> followUps, EventLog eventLog) {
        this.dueWork = dueWork;
        this.erasures = erasures;
        this.followUps = List.copyOf(followUps);
        this.eventLog = eventLog;
    }

    /** In the transaction that erases; what ends by itself, or never, needs no work. */
    void plan(Erasure erasure) {
        for (Erasure.Answer answer : erasure.answers()) {
            for (KeptData kept : answer.kept()) {
                if (kept.until() != null && !kept.whyCode().equals(ErasureHandling.BY_ITSELF)) {
                    dueWork.at(
                            kept.until()
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant(),
                            KIND,
                            erasure.id() + "/" + answer.clientId() + "/" + kept.whatCode());
                }
            }
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The subject: the erasure, the client's record and what is kept, parted by slashes. */
    @Override
    public void run(DueItem item) {
        String[] words = item.subject().split("/", 3);
        ClientId record = new ClientId(words[1]);
        eventLog.record(Erasure.class, () -> {
            followUps.forEach(it -> it.afterRetention(record, words[2]));
            return erasures.require(new ErasureId(words[0])).removed(record, words[2]);
        });
    }
}
