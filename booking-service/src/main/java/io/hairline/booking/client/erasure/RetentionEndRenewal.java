package io.hairline.booking.client.erasure;

import io.hairline.kit.events.Transactions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After an upgrade, plans the end of what is kept for erasures made before it was planned with them. */
@Component
class RetentionEndRenewal {

    private static final Logger log = LoggerFactory.getLogger(RetentionEndRenewal.class);
    private static final int AT_ONCE = 200;

    private final Erasures erasures;
    private final RetentionEnd retentionEnd;
    private final Transactions transactions;

    RetentionEndRenewal(Erasures erasures, RetentionEnd retentionEnd, Transactions transactions) {
        this.erasures = erasures;
        this.retentionEnd = retentionEnd;
        this.transactions = transactions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("retention-ends").start(this::planAll);
    }

    /** Safe to repeat, also in several instances at once: what is planned already stays as it is. */
    void planAll() {
        long planned = 0;
        for (List<Erasure> some = erasures.withoutPlannedEnd(AT_ONCE);
                !some.isEmpty();
                some = erasures.withoutPlannedEnd(AT_ONCE)) {
            some.forEach(this::plan);
            planned += some.size();
        }
        if (planned > 0) {
            log.info("retention ends planned erasures={}", planned);
        }
    }

    private void plan(Erasure erasure) {
        transactions.run(() -> {
            retentionEnd.plan(erasure);
            erasures.endPlanned(erasure.id());
        });
    }
}
