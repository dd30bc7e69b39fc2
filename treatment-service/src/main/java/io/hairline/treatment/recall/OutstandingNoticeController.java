package io.hairline.treatment.recall;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A clinic hears from those of its clients who don't confirm a recall by themselves. */
@RestController
@RequestMapping("/api/v1/recall-notices")
class OutstandingNoticeController {

    private static final Role[] CALL = {Role.FRONT_DESK, Role.PRACTITIONER, Role.CLINIC_MANAGER};

    private final Recalls recalls;
    private final RecallOpening recalling;
    private final RecallTracing tracing;
    private final Callers callers;

    OutstandingNoticeController(Recalls recalls, RecallOpening recalling, RecallTracing tracing, Callers callers) {
        this.recalls = recalls;
        this.recalling = recalling;
        this.tracing = tracing;
        this.callers = callers;
    }

    /**
     * A client of the clinic who hasn't acknowledged a recall.
     *
     * @param messages by which the client was told, or wasn't
     */
    record View(
            RecallNoticeId id,
            RecallId recallId,
            String maker,
            String product,
            String lotNumber,
            RecallReason reasonCode,
            ClientId clientId,
            Instant openedAt,
            List<RecallTracing.Told> messages) {}

    /** How the client was told. */
    record Acknowledgement(@NotNull RecallNotice.ToldBy toldBy) {}

    record Acknowledged(RecallNoticeId id, Instant acknowledgedAt, RecallNotice.@Nullable ToldBy toldBy) {}

    /** Those on whom the batch was used in this clinic, in the order their notices were opened. */
    @AllowedFor(staff = {Role.FRONT_DESK, Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @GetMapping("/outstanding")
    Page<View> outstanding(
            @RequestParam ClinicId clinicId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        RecallNoticeId after = Page.position(cursor, RecallNoticeId::new);
        callers.current().requireIn(clinicId, CALL);
        return Page.of(
                        tracing.outstandingIn(clinicId, after, most + 1),
                        most,
                        it -> it.notice().aggregateId())
                .map(this::view);
    }

    /** Somebody of the clinic told the client, who knows now; once, and it stays as it was noted. */
    @AllowedFor(staff = {Role.FRONT_DESK, Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/acknowledge")
    Acknowledged acknowledge(@PathVariable RecallNoticeId id, @Valid @RequestBody Acknowledgement it) {
        Caller caller = callers.current();
        caller.require(CALL);
        RecallNotice notice = recalls.findNotice(id)
                .filter(one -> caller.mayIn(one.clinicId(), CALL))
                .orElseThrow(Refusal::notFound);
        RecallNotice.Noted noted =
                new RecallNotice.Noted(RequestContext.current().actor(), it.toldBy());
        RecallNotice known = recalling.acknowledge(notice.recallId(), notice.clientId(), noted);
        return new Acknowledged(id, Objects.requireNonNull(known.acknowledgedAt()), known.toldBy());
    }

    private View view(RecallTracing.Notified told) {
        RecallNotice it = told.notice();
        Recall recall = recalls.require(it.recallId());
        return new View(
                it.id(),
                it.recallId(),
                recall.maker(),
                recall.product(),
                recall.lotNumber(),
                recall.reasonCode(),
                it.clientId(),
                it.openedAt(),
                told.messages());
    }
}
