package io.hairline.treatment.session;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.TouchUpId;
import io.hairline.kit.Ids;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.ChartAccess;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions")
class SessionController implements ChartPart {

    private final SessionRecording treating;
    private final Sessions sessions;
    private final ReferenceData referenceData;
    private final ChartAccess access;

    SessionController(SessionRecording treating, Sessions sessions, ReferenceData referenceData, ChartAccess access) {
        this.treating = treating;
        this.sessions = sessions;
        this.referenceData = referenceData;
        this.access = access;
    }

    record NewSession(@NotNull AppointmentId appointmentId) {}

    @PostMapping
    ResponseEntity<SessionView> start(@Valid @RequestBody NewSession wanted) {
        access.toTreatAnybody();
        Appointment appointment = referenceData.requireAppointment(wanted.appointmentId());
        access.toTreatIn(appointment.clinicId());
        Session started = treating.start(new SessionId(Ids.next(SessionId.PREFIX)), appointment);
        return Versioned.created(started, this::view);
    }

    @PostMapping("/{id}/complete")
    ResponseEntity<SessionView> complete(
            @PathVariable SessionId id,
            @Valid @RequestBody Completion completion,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        access.toTreatAnybody();
        access.toTreatIn(sessions.require(id).clinicId());
        Session completed = treating.complete(
                id,
                completion.work(),
                new TouchUpId(Ids.next(TouchUpId.PREFIX)),
                it -> Preconditions.check(ifMatch, it));
        return Versioned.ok(completed, this::view);
    }

    @GetMapping("/{id}")
    ResponseEntity<SessionView> get(@PathVariable SessionId id) {
        access.toReadAnybody();
        Session session = sessions.require(id);
        access.toRead(session.clientId());
        return Versioned.ok(session, this::view);
    }

    @GetMapping
    Page<SessionView> list(@RequestParam ClientId clientId) {
        access.toRead(clientId);
        return Page.whole(sessions.of(clientId)).map(this::view);
    }

    private SessionView view(Session it) {
        return SessionView.of(it, sessions.observationsOf(it).orElse(null));
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public List<?> of(ClientId client) {
        return sessions.of(client).stream().map(this::view).toList();
    }
}
