package io.hairline.treatment.adverseevent;

import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Adverse events for those who answer for safety and never see a chart. */
@RestController
@RequestMapping("/api/v1/adverse-event-reports")
class AdverseEventReportController {

    private static final Role[] WATCH = {Role.HEAD_OFFICE, Role.REGION_MANAGER};

    private final AdverseEventReports reports;
    private final AdverseEvents adverseEvents;
    private final ResponsiblePersonLabels ownLabel;
    private final ReferenceData referenceData;
    private final Callers callers;
    private final Clock clock;

    AdverseEventReportController(
            AdverseEventReports reports,
            AdverseEvents adverseEvents,
            ResponsiblePersonLabels ownLabel,
            ReferenceData referenceData,
            Callers callers,
            Clock clock) {
        this.reports = reports;
        this.adverseEvents = adverseEvents;
        this.ownLabel = ownLabel;
        this.referenceData = referenceData;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * An adverse event without the client and without a word of the chart.
     *
     * @param clinicId where the client was treated, as far as that is known
     * @param ownLabel whether the brand is the responsible person for one of its batches
     * @param reportBy the last day for telling the authority; absent where nobody has to, or somebody has
     * @param daysLeft calendar days to that day, negative when it is over
     * @param filedAt when somebody noted that the authority was told
     * @param reportingClinicId that reported it, if that is another clinic
     */
    record View(
            AdverseEventId id,
            long version,
            ClinicId clinicId,
            @Nullable RegionId regionId,
            Severity severity,
            List<AdverseEvent.Batch> batches,
            boolean ownLabel,
            Instant reportedAt,
            @Nullable LocalDate reportBy,
            @Nullable Long daysLeft,
            @Nullable Instant filedAt,
            @Nullable Outcome outcome,
            @Nullable Instant closedAt,
            @Nullable ClinicId reportingClinicId) {}

    /** The authority's own number for the report. */
    record Filing(@NotBlank @Size(max = 100) String reference) {}

    /**
     * Latest first: of the brand for head office, of the region for a region's manager.
     *
     * @param open only those without an outcome, and serious ones of which no authority has been told
     */
    @AllowedFor(staff = {Role.HEAD_OFFICE, Role.REGION_MANAGER})
    @GetMapping
    Page<View> list(
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        AdverseEventId before = Page.position(cursor, AdverseEventId::new);
        Caller caller = callers.current();
        caller.require(WATCH);
        List<AdverseEvent> found = reports.of(clinicsOf(caller, clinicId), open, before, most + 1);
        Map<LotId, Lot> known = reports.lotsOf(found);
        return Page.of(found, most, AdverseEvent::aggregateId).map(it -> view(it, known));
    }

    /** The batches of which something was reported, with the brand's own rate as the measure. */
    @AllowedFor(staff = {Role.HEAD_OFFICE, Role.REGION_MANAGER})
    @GetMapping("/lots")
    Page<AdverseEventRate> lots() {
        callers.current().require(WATCH);
        return Page.whole(reports.rates());
    }

    /** Notes that the authority was told, which stops the clock. */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @PostMapping("/{id}/file")
    ResponseEntity<View> file(@PathVariable AdverseEventId id, @Valid @RequestBody Filing filing) {
        callers.current().require(Role.HEAD_OFFICE);
        return Versioned.ok(adverseEvents.file(id, filing.reference()), it -> view(it, reports.lotsOf(List.of(it))));
    }

    /** Null for everything. */
    private @Nullable Set<ClinicId> clinicsOf(Caller caller, @Nullable ClinicId clinic) {
        if (clinic != null) {
            caller.requireIn(clinic, WATCH);
            return Set.of(clinic);
        }
        if (caller.has(Role.HEAD_OFFICE)) {
            return null;
        }
        Set<ClinicId> all = new HashSet<>();
        caller.assignments().stream()
                .filter(it -> it.role() == Role.REGION_MANAGER)
                .flatMap(it -> Optional.ofNullable(it.regionId()).stream())
                .forEach(it -> all.addAll(referenceData.clinicsOf(it)));
        return all;
    }

    private View view(AdverseEvent it, Map<LotId, Lot> known) {
        Optional<Clinic> clinic = referenceData.findClinic(it.concernedClinic());
        List<AdverseEvent.Batch> batches = it.batches(known);
        boolean own = batches.stream().anyMatch(one -> ownLabel.names(one.maker()));
        Optional<ReportingClock> running = own && it.seriousSince() != null && it.filedAt() == null
                ? Optional.of(running(it, clinic.map(Clinic::zoneId).orElse(java.time.ZoneOffset.UTC)))
                : Optional.empty();
        return new View(
                it.id(),
                it.version(),
                it.concernedClinic(),
                clinic.map(Clinic::regionId).orElse(null),
                it.severity(),
                batches,
                own,
                it.reportedAt(),
                running.map(ReportingClock::reportBy).orElse(null),
                running.map(ReportingClock::daysLeft).orElse(null),
                it.filedAt(),
                it.outcome(),
                it.closedAt(),
                it.treatingClinicId() == null ? null : it.clinicId());
    }

    private ReportingClock running(AdverseEvent it, ZoneId zone) {
        Instant heard = Objects.requireNonNullElse(it.seriousSince(), it.reportedAt());
        return ReportingClock.since(LocalDate.ofInstant(heard, zone), LocalDate.ofInstant(clock.instant(), zone));
    }
}
