package io.hairline.treatment.adverseevent;

import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.photo.Photos;
import io.hairline.treatment.session.Sessions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

@RestController
@RequestMapping("/api/v1/adverse-events")
class AdverseEventController implements ChartPart {

    private final AdverseEvents adverseEvents;
    private final Sessions sessions;
    private final Lots lots;
    private final Photos photos;
    private final MergedIds mergedClients;
    private final ChartAccess access;

    AdverseEventController(
            AdverseEvents adverseEvents,
            Sessions sessions,
            Lots lots,
            Photos photos,
            ChartAccess access,
            MergedIds mergedClients) {
        this.adverseEvents = adverseEvents;
        this.sessions = sessions;
        this.lots = lots;
        this.photos = photos;
        this.mergedClients = mergedClients;
        this.access = access;
    }

    /**
     * What happened.
     *
     * @param lotId the pigment that may have caused it; all of the session's, and its needles, if none is named
     * @param needleLotId the needles that may have caused it
     * @param photoIds photos of the client that show it
     */
    record NewAdverseEvent(
            @NotNull ClientId clientId,
            @Nullable SessionId sessionId,
            @Nullable LotId lotId,
            @NotNull Severity severity,
            @NotBlank @Size(max = 10_000) @Paragraphs String description,
            @Nullable LotId needleLotId,
            @Nullable @Size(max = 12) List<@NotNull PhotoId> photoIds) {}

    record NewFollowUp(
            @NotBlank @Size(max = 10_000) @Paragraphs String text,
            @Nullable Severity severity) {}

    record Closing(@NotNull Outcome outcome) {}

    record FollowUpView(Instant at, String by, Severity severity, String text) {}

    record View(
            AdverseEventId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable SessionId sessionId,
            @Nullable LotId lotId,
            Severity severity,
            String description,
            String reportedBy,
            Instant reportedAt,
            List<FollowUpView> followUps,
            @Nullable Outcome outcome,
            @Nullable Instant closedAt,
            @Nullable LotId needleLotId,
            List<AdverseEvent.Batch> batches,
            List<PhotoId> photoIds) {}

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> report(@Valid @RequestBody NewAdverseEvent it) {
        List<ClinicId> clinics = access.clinicsToTreatIn(it.clientId());
        ClinicId clinic = clinics.getFirst();
        if (it.sessionId() != null) {
            clinic = sessions.find(it.sessionId())
                    .filter(one ->
                            mergedClients.same(one.clientId(), it.clientId()) && clinics.contains(one.clinicId()))
                    .orElseThrow(() -> Refusal.input("sessionId", "is no session of this client in this clinic"))
                    .clinicId();
        }
        if (it.lotId() != null) {
            clinic = lots.requireIn(it.lotId(), it.sessionId() == null ? clinics : List.of(clinic), "lotId")
                    .clinicId();
        }
        if (it.needleLotId() != null) {
            List<ClinicId> there = it.sessionId() == null && it.lotId() == null ? clinics : List.of(clinic);
            Lot needles = lots.requireIn(it.needleLotId(), there, "needleLotId");
            if (needles.kind() != LotKind.NEEDLE) {
                throw Refusal.input("needleLotId", "must be a lot of needles; name pigment as lotId");
            }
            clinic = needles.clinicId();
        }
        List<PhotoId> shown = Objects.requireNonNullElse(it.photoIds(), List.of());
        photos.requireAllOf(it.clientId(), shown, "photoIds");
        AdverseEvent.Report report = new AdverseEvent.Report(
                it.clientId(), clinic, it.sessionId(), it.lotId(), it.severity(), batches(it), it.needleLotId(), shown);
        return Versioned.created(adverseEvents.report(report, it.description()), this::view);
    }

    /** The lots that are named, or all pigments and the needles of the session. */
    private List<AdverseEvent.Batch> batches(NewAdverseEvent it) {
        boolean named = it.lotId() != null || it.needleLotId() != null;
        Stream<LotId> suspected = named
                ? Stream.concat(
                        Optional.ofNullable(it.lotId()).stream(), Optional.ofNullable(it.needleLotId()).stream())
                : it.sessionId() == null ? Stream.of() : sessions.lotsOf(it.sessionId()).stream();
        return suspected
                .flatMap(one -> lots.find(one).stream())
                .map(one -> new AdverseEvent.Batch(one.maker(), one.product(), one.lotNumber()))
                .distinct()
                .toList();
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/follow-ups")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> followUp(
            @PathVariable AdverseEventId id,
            @Valid @RequestBody NewFollowUp it,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        AdverseEvent known = changeable(id);
        return Versioned.created(
                adverseEvents.followUp(
                        id,
                        it.text(),
                        Objects.requireNonNullElse(it.severity(), known.severity()),
                        one -> Preconditions.check(ifMatch, one)),
                this::view);
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/close")
    ResponseEntity<View> close(
            @PathVariable AdverseEventId id,
            @Valid @RequestBody Closing it,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var _ = changeable(id);
        return Versioned.ok(
                adverseEvents.close(id, it.outcome(), one -> Preconditions.check(ifMatch, one)), this::view);
    }

    private AdverseEvent changeable(AdverseEventId id) {
        AdverseEvent found = adverseEvents.require(id);
        access.toChangeEntry(found.clientId(), found.clinicId(), AccessedRecord.ADVERSE_EVENT);
        return found;
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable AdverseEventId id) {
        AdverseEvent found = adverseEvents.require(id);
        access.toReadEntry(found.clientId(), found.clinicId(), AccessedRecord.ADVERSE_EVENT);
        return Versioned.ok(found, this::view);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping
    Page<View> list(@RequestParam ClientId clientId) {
        return Page.whole(of(clientId, access.toRead(clientId, AccessedRecord.ADVERSE_EVENTS)));
    }

    @Override
    public String name() {
        return "adverseEvents";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.ADVERSE_EVENTS;
    }

    @Override
    public List<View> of(ClientId client, ChartReading reading) {
        return reading.entries(adverseEvents.of(client), AdverseEvent::clinicId, this::view);
    }

    private View view(AdverseEvent it) {
        return new View(
                it.id(),
                it.version(),
                it.clientId(),
                it.clinicId(),
                it.sessionId(),
                it.lotId(),
                it.severity(),
                adverseEvents.open(it, it.description()),
                it.reportedBy(),
                it.reportedAt(),
                it.followUps().stream()
                        .map(one -> new FollowUpView(
                                one.at(), one.by(), one.severity(), adverseEvents.open(it, one.text())))
                        .toList(),
                it.outcome(),
                it.closedAt(),
                it.needleLotId(),
                it.allBatches(),
                it.allPhotos());
    }
}
