package io.hairline.treatment.touchup.selfcheck;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SelfCheckId;
import io.hairline.contracts.TouchUpId;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartReading;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/self-checks")
class SelfCheckController implements ChartPart {

    private final SelfChecks checks;
    private final MergedIds mergedClients;
    private final Callers callers;

    SelfCheckController(SelfChecks checks, MergedIds mergedClients, Callers callers) {
        this.checks = checks;
        this.mergedClients = mergedClients;
        this.callers = callers;
    }

    record Answer(@NotNull ColourSeen answer) {}

    /**
     * A yearly question.
     *
     * @param year how many years after the last session
     * @param open whether it can be answered today
     * @param suggestsConsultation whether somebody should look at the colour before its touch-up
     */
    record View(
            SelfCheckId id,
            long version,
            TouchUpId touchUpId,
            ClientId clientId,
            ClinicId clinicId,
            int year,
            Instant askedAt,
            LocalDate openUntil,
            boolean open,
            @Nullable ColourSeen answer,
            @Nullable Instant answeredAt,
            boolean suggestsConsultation) {}

    /** The client's own, the latest first; the clinic reads them in the chart. */
    @AllowedFor(clients = true)
    @GetMapping
    Page<View> list(@RequestParam ClientId clientId) {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            throw Refusal.forbidden();
        }
        if (!clientId.equals(caller.clientId())) {
            throw Refusal.notFound();
        }
        return Page.whole(checks.of(clientId)).map(this::view);
    }

    /** The client's own words; they move the day of the touch-up. */
    @AllowedFor(clients = true)
    @PostMapping("/{id}/answer")
    ResponseEntity<View> answer(@PathVariable SelfCheckId id, @Valid @RequestBody Answer given) {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            throw Refusal.forbidden();
        }
        if (!mergedClients.same(checks.require(id).clientId(), caller.clientId())) {
            throw Refusal.notFound();
        }
        return Versioned.ok(checks.answer(id, given.answer()), this::view);
    }

    @Override
    public String name() {
        return "selfChecks";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.HEALING_ASSESSMENTS;
    }

    @Override
    public List<View> of(ClientId client, ChartReading reading) {
        return reading.entries(checks.of(client), SelfCheck::clinicId, this::view);
    }

    private View view(SelfCheck it) {
        @Nullable ColourSeen seen = checks.answerOf(it).orElse(null);
        return new View(
                it.id(),
                it.version(),
                it.touchUpId(),
                it.clientId(),
                it.clinicId(),
                it.year(),
                it.askedAt(),
                it.openUntil(),
                checks.isOpen(it),
                seen,
                it.answeredAt(),
                seen != null && seen.suggestsConsultation());
    }
}
