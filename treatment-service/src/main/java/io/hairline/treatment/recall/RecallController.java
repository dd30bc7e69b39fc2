package io.hairline.treatment.recall;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.recall.exposure.Exposure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Head office recalls a batch; each client who was treated with it confirms to know. */
@RestController
@RequestMapping("/api/v1/recalls")
class RecallController {

    /** More than a screen shows; the rest is {@link RecallTraceController}'s. */
    private static final int MOST_LISTED = 1_000;

    private final RecallOpening recalling;
    private final RecallWithdrawal withdrawing;
    private final Recalls recalls;
    private final RecallTracing tracing;
    private final Callers callers;

    RecallController(
            RecallOpening recalling,
            RecallWithdrawal withdrawing,
            Recalls recalls,
            RecallTracing tracing,
            Callers callers) {
        this.recalling = recalling;
        this.withdrawing = withdrawing;
        this.recalls = recalls;
        this.tracing = tracing;
        this.callers = callers;
    }

    record NewRecall(
            @NotBlank @Size(max = 120) String maker,
            @NotBlank @Size(max = 120) String product,
            @NotBlank @Size(max = 60) String lotNumber,
            @NotBlank @Size(max = 1_000) @Paragraphs String reason,
            @Nullable RecallReason reasonCode) {

        Recall.Wanted wanted() {
            return new Recall.Wanted(
                    maker.strip(),
                    product.strip(),
                    lotNumber.strip(),
                    Objects.requireNonNullElse(reasonCode, RecallReason.OTHER),
                    reason.strip());
        }
    }

    /** A recall in a list. */
    record Summary(
            RecallId id,
            long version,
            String maker,
            String product,
            String lotNumber,
            RecallReason reasonCode,
            Instant openedAt,
            @Nullable Instant withdrawnAt) {
        static Summary of(Recall it) {
            return new Summary(
                    it.id(),
                    it.version(),
                    it.maker(),
                    it.product(),
                    it.lotNumber(),
                    it.reasonCode(),
                    it.openedAt(),
                    withdrawnAtOf(it));
        }
    }

    /** Why a recall is withdrawn. */
    record NewWithdrawal(
            @NotBlank @Size(min = 5, max = 1_000) @Paragraphs
            String reason) {}

    /** Some of the batch in a clinic; all of it is barred until the recall is withdrawn. */
    record Stock(LotId lotId, ClinicId clinicId, String lotNumber, BigDecimal remainingMillilitres) {}

    /**
     * A recall and what it reaches: the counts are of all. Clients and sessions are the first thousand; {@code
     * /recalls/{id}/clients} and {@code /recalls/{id}/sessions} list all of them, page by page.
     *
     * @param clientCount on how many clients the batch was used
     * @param noticed how many of them have a notice, by which they are told; all have within moments
     * @param withdrawnAt when the recall was withdrawn, since it named the wrong batch; absent while the batch is barred
     * @param takenBack how many notices have been taken back since
     */
    record View(
            RecallId id,
            long version,
            String maker,
            String product,
            String lotNumber,
            RecallReason reasonCode,
            String reason,
            Instant openedAt,
            List<RecallTracing.Concerned> clients,
            List<Exposure> sessions,
            List<Stock> stock,
            long sessionCount,
            long patchTestCount,
            long clientCount,
            long noticed,
            long acknowledged,
            long outstanding,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawalReason,
            long takenBack) {}

    record Acknowledgement(RecallId recallId, Instant acknowledgedAt) {}

    @AllowedFor(staff = Role.HEAD_OFFICE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> open(@Valid @RequestBody NewRecall wanted) {
        return Versioned.created(recalling.open(wanted.wanted()), this::view);
    }

    @AllowedFor(staff = {Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER, Role.PRACTITIONER})
    @GetMapping
    Page<Summary> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        return Page.of(recalls.all(Page.position(cursor, RecallId::new), most + 1), most, Recall::aggregateId)
                .map(Summary::of);
    }

    @AllowedFor(staff = Role.HEAD_OFFICE)
    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable RecallId id) {
        return Versioned.ok(recalls.require(id), this::view);
    }

    /** The recall named the wrong batch: its lots can be used again, and clients who were told hear so. */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @PostMapping("/{id}/withdraw")
    ResponseEntity<View> withdraw(
            @PathVariable RecallId id,
            @Valid @RequestBody NewWithdrawal why,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Versioned.ok(
                withdrawing.withdraw(id, why.reason().strip(), it -> Preconditions.check(ifMatch, it)), this::view);
    }

    /** The client confirms to know of the recall. */
    @AllowedFor(clients = true)
    @PostMapping("/{id}/acknowledge")
    Acknowledgement acknowledge(@PathVariable RecallId id) {
        Caller caller = callers.current();
        ClientId client = caller.clientId();
        if (client == null) {
            throw Refusal.forbidden();
        }
        RecallNotice notice = recalling.acknowledge(id, client, null);
        return new Acknowledgement(id, Objects.requireNonNull(notice.acknowledgedAt()));
    }

    private View view(Recall it) {
        RecallTracing.Counts counts = tracing.countsOf(it);
        return new View(
                it.id(),
                it.version(),
                it.maker(),
                it.product(),
                it.lotNumber(),
                it.reasonCode(),
                it.reason(),
                it.openedAt(),
                tracing.clientsOf(it, null, MOST_LISTED),
                tracing.sessionsOf(it, null, MOST_LISTED),
                tracing.stockOf(it).stream()
                        .map(one -> new Stock(one.id(), one.clinicId(), one.lotNumber(), one.remainingMillilitres()))
                        .toList(),
                counts.sessions(),
                counts.patchTests(),
                counts.clients(),
                counts.noticed(),
                counts.acknowledged(),
                counts.outstanding(),
                withdrawnAtOf(it),
                it.withdrawal() == null ? null : it.withdrawal().reason(),
                counts.takenBack());
    }

    private static @Nullable Instant withdrawnAtOf(Recall it) {
        return it.withdrawal() == null ? null : it.withdrawal().at();
    }
}
