package io.hairline.treatment.session;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.referencedata.Appointment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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
@RequestMapping("/api/v1/sessions")
class SessionController implements ChartPart {

    private final SessionRecording treating;
    private final Sessions sessions;
    private final SessionViews views;
    private final ChartAccess access;

    SessionController(SessionRecording treating, Sessions sessions, SessionViews views, ChartAccess access) {
        this.treating = treating;
        this.sessions = sessions;
        this.views = views;
        this.access = access;
    }

    record NewSession(@NotNull AppointmentId appointmentId) {}

    record UndoneStart(@NotNull StartUndoReason reasonCode) {}

    record NewAddendum(
            @NotBlank @Size(max = 10_000) @Paragraphs String text) {}

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SessionView> start(@Valid @RequestBody NewSession wanted) {
        Appointment appointment = access.toTreatIn(wanted.appointmentId());
        Session started = treating.start(new SessionId(Ids.next(SessionId.PREFIX)), appointment);
        return Versioned.created(started, views::of);
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/complete")
    ResponseEntity<SessionView> complete(
            @PathVariable SessionId id,
            @Valid @RequestBody SessionCompletion completion,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        access.toTreatIn(sessions.require(id).clinicId());
        Session completed = treating.complete(
                id,
                completion.work(),
                new TouchUpId(Ids.next(TouchUpId.PREFIX)),
                it -> Preconditions.check(ifMatch, it));
        return Versioned.ok(completed, views::of);
    }

    /** Takes a start back that was a mistake: the client waits, and the appointment's session may start again. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/undo-start")
    ResponseEntity<SessionView> undoStart(
            @PathVariable SessionId id,
            @Valid @RequestBody UndoneStart why,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        access.toTreatIn(sessions.require(id).clinicId());
        return Versioned.ok(
                treating.undoStart(id, why.reasonCode(), it -> Preconditions.check(ifMatch, it)), views::of);
    }

    /** Adds words to a signed session, which stays as it was signed. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/addenda")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SessionView> add(
            @PathVariable SessionId id,
            @Valid @RequestBody NewAddendum addendum,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Caller writer = access.toTreatIn(sessions.require(id).clinicId());
        return Versioned.created(
                sessions.add(id, addendum.text(), writer, it -> Preconditions.check(ifMatch, it)), views::of);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping("/{id}")
    ResponseEntity<SessionView> get(@PathVariable SessionId id) {
        Session session = sessions.require(id);
        ChartReading reading =
                access.toReadEntry(session.clientId(), List.of(session.clinicId()), AccessedRecord.SESSION);
        return Versioned.ok(session, it -> views.of(it, reading));
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping
    Page<SessionView> list(@RequestParam ClientId clientId) {
        return Page.whole(of(clientId, access.toRead(clientId, AccessedRecord.SESSIONS)));
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.SESSIONS;
    }

    @Override
    public List<SessionView> of(ClientId client, ChartReading reading) {
        return views.of(sessions.of(client), reading);
    }
}
