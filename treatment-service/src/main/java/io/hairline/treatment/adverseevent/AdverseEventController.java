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
import io.hairline.treatment.adverseevent.AdverseEventViews.View;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.photo.NamedPhotos;
import io.hairline.treatment.session.Session;
import io.hairline.treatment.session.Sessions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    private static final String AFTER_ELSEWHERE = "afterSessionElsewhere";

    private final AdverseEvents adverseEvents;
    private final AdverseEventViews views;
    private final Sessions sessions;
    private final Lots lots;
    private final NamedPhotos photos;
    private final MergedIds mergedClients;
    private final ChartAccess access;

    AdverseEventController(
            AdverseEvents adverseEvents,
            AdverseEventViews views,
            Sessions sessions,
            Lots lots,
            NamedPhotos photos,
            ChartAccess access,
            MergedIds mergedClients) {
        this.adverseEvents = adverseEvents;
        this.views = views;
        this.sessions = sessions;
        this.lots = lots;
        this.photos = photos;
        this.mergedClients = mergedClients;
        this.access = access;
    }

    /**
     * What happened.
     *
     * @param lotId the lot that may have caused it, of pigment or, alone, of needles; all of the session's, and its needles, if none
     *     is named
     * @param needleLotId the needles that may have caused it
     * @param photoIds photos of the client that show it, of those that the caller may open
     * @param afterSessionElsewhere whether it came after the client's last session in another clinic, which the caller needn't
     *     know; then neither session nor lots are named
     */
    record NewAdverseEvent(
            @NotNull ClientId clientId,
            @Nullable SessionId sessionId,
            @Nullable LotId lotId,
            @NotNull Severity severity,
            @NotBlank @Size(max = 10_000) @Paragraphs String description,
            @Nullable LotId needleLotId,
            @Nullable @Size(max = 12) List<@NotNull PhotoId> photoIds,
            @Nullable Boolean afterSessionElsewhere) {
        boolean isAfterSessionElsewhere() {
            return Boolean.TRUE.equals(afterSessionElsewhere);
        }
    }

    record NewFollowUp(
            @NotBlank @Size(max = 10_000) @Paragraphs String text,
            @Nullable Severity severity) {}

    record Closing(@NotNull Outcome outcome) {}

    /** Reports a harm. If the clinic knows an open one of the same session or lot, the answer names it as {@code similarOpen}. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> report(@Valid @RequestBody NewAdverseEvent it) {
        List<ClinicId> clinics = access.clinicsToTreatIn(it.clientId());
        AdverseEvent.Report report = it.isAfterSessionElsewhere()
                ? reportOf(it, clinics.getFirst(), requireElsewhere(it, clinics))
                : reportOf(it, clinicOf(it, clinics), null);
        ChartReading own = ChartReading.of(AccessedRecord.ADVERSE_EVENT, Set.of(), Set.of(report.clinicId()));
        AdverseEvent reported = adverseEvents.report(
                report, it.description(), () -> photos.requireAllOf(it.clientId(), report.photoIds(), "photoIds"));
        @Nullable AdverseEventId similar = adverseEvents.of(it.clientId()).stream()
                .filter(one -> !one.id().equals(reported.id()))
                .filter(one -> one.isCoveredBy(own) && one.isSimilarTo(report))
                .map(AdverseEvent::id)
                .findFirst()
                .orElse(null);
        return Versioned.created(reported, one -> views.of(one, own, similar));
    }

    /** The client's last session in a clinic where the caller doesn't treat. */
    private Session requireElsewhere(NewAdverseEvent it, List<ClinicId> clinics) {
        if (it.sessionId() != null || it.lotId() != null || it.needleLotId() != null) {
            throw Refusal.input(
                    AFTER_ELSEWHERE, "is about another clinic's session: leave out sessionId, lotId and needleLotId");
        }
        return sessions.lastOutside(it.clientId(), clinics)
                .orElseThrow(() -> Refusal.input(
                        AFTER_ELSEWHERE, "must be left out: the client has no completed session in another clinic"));
    }

    /** Where the named session or lots are: all in one clinic. */
    private ClinicId clinicOf(NewAdverseEvent it, List<ClinicId> clinics) {
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
        return clinic;
    }

    private AdverseEvent.Report reportOf(NewAdverseEvent it, ClinicId clinic, @Nullable Session elsewhere) {
        @Nullable SessionId session = elsewhere == null ? it.sessionId() : elsewhere.id();
        return new AdverseEvent.Report(
                it.clientId(),
                clinic,
                session,
                it.lotId(),
                it.severity(),
                suspected(it, session),
                it.needleLotId(),
                Objects.requireNonNullElse(it.photoIds(), List.of()),
                elsewhere == null ? null : elsewhere.clinicId());
    }

    /** The lots that are named, or all pigments and the needles of the session. */
    private List<LotId> suspected(NewAdverseEvent it, @Nullable SessionId session) {
        List<LotId> named = Stream.of(Optional.ofNullable(it.lotId()), Optional.ofNullable(it.needleLotId()))
                .flatMap(Optional::stream)
                .toList();
        return !named.isEmpty() || session == null ? named : sessions.lotsOf(session);
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/follow-ups")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> followUp(
            @PathVariable AdverseEventId id,
            @Valid @RequestBody NewFollowUp it,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        AdverseEvent known = adverseEvents.require(id);
        ChartReading reading = toChange(known);
        return Versioned.created(
                adverseEvents.followUp(
                        id,
                        it.text(),
                        Objects.requireNonNullElse(it.severity(), known.severity()),
                        one -> Preconditions.check(ifMatch, one)),
                one -> views.of(one, reading));
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/close")
    ResponseEntity<View> close(
            @PathVariable AdverseEventId id,
            @Valid @RequestBody Closing it,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        ChartReading reading = toChange(adverseEvents.require(id));
        return Versioned.ok(
                adverseEvents.close(id, it.outcome(), one -> Preconditions.check(ifMatch, one)),
                one -> views.of(one, reading));
    }

    private ChartReading toChange(AdverseEvent it) {
        return access.toChangeEntry(it.clientId(), it.clinicId(), AccessedRecord.ADVERSE_EVENT);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable AdverseEventId id) {
        AdverseEvent found = adverseEvents.require(id);
        ChartReading reading = access.toReadEntry(
                found.clientId(), List.of(found.clinicId(), found.concernedClinic()), AccessedRecord.ADVERSE_EVENT);
        return Versioned.ok(found, one -> views.of(one, reading));
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
        return views.of(adverseEvents.of(client), reading);
    }
}
