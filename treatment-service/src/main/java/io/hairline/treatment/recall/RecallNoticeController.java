package io.hairline.treatment.recall;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a client is told of recalls. */
@RestController
@RequestMapping("/api/v1/recall-notices")
class RecallNoticeController {

    private final Recalls recalls;
    private final Callers callers;

    RecallNoticeController(Recalls recalls, Callers callers) {
        this.recalls = recalls;
        this.callers = callers;
    }

    /**
     * A recall that concerns the client.
     *
     * @param clinicId where the batch was used on the client
     * @param withdrawnAt when it was taken back, since the recall named the wrong batch; nothing is wrong then
     */
    record View(
            RecallNoticeId id,
            long version,
            RecallId recallId,
            String maker,
            String product,
            String lotNumber,
            RecallReason reasonCode,
            ClinicId clinicId,
            Instant openedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant withdrawnAt) {}

    /** The recalls of batches with which the client was treated, the latest first. */
    @AllowedFor(clients = true)
    @GetMapping
    Page<View> list(
            @RequestParam ClientId clientId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        RecallNoticeId before = Page.position(cursor, RecallNoticeId::new);
        Caller caller = callers.current();
        if (!caller.isClient()) {
            throw Refusal.forbidden();
        }
        if (!clientId.equals(caller.clientId())) {
            throw Refusal.notFound();
        }
        return Page.of(recalls.noticesOf(clientId, before, most + 1), most, RecallNotice::aggregateId)
                .map(this::view);
    }

    private View view(RecallNotice it) {
        Recall recall = recalls.require(it.recallId());
        return new View(
                it.id(),
                it.version(),
                it.recallId(),
                recall.maker(),
                recall.product(),
                recall.lotNumber(),
                recall.reasonCode(),
                it.clinicId(),
                it.openedAt(),
                it.acknowledgedAt(),
                it.withdrawnAt());
    }
}
