package io.hairline.treatment.touchup;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.referencedata.Client;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.referencedata.policy.PolicyVersion;
import io.hairline.treatment.touchup.forecast.FadeReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/touch-ups")
class TouchUpController implements ChartPart {

    private static final Role[] MAY = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK, Role.HEAD_OFFICE};
    private static final Role[] TREAT = {Role.PRACTITIONER, Role.CLINIC_MANAGER};

    private final TouchUps touchUps;
    private final TouchUpPlanning touchingUp;
    private final ReferenceData referenceData;
    private final Callers callers;

    TouchUpController(TouchUps touchUps, TouchUpPlanning touchingUp, ReferenceData referenceData, Callers callers) {
        this.touchUps = touchUps;
        this.touchingUp = touchingUp;
        this.referenceData = referenceData;
        this.callers = callers;
    }

    record Window(LocalDate from, LocalDate due, LocalDate until) {}

    /**
     * {@code reasons} is part of the chart: filled for the client and the clinic that treated last, empty for others.
     *
     * @param policy the versions of the policy by which its window was counted, the brand's first; empty where that wasn't kept
     */
    record View(
            TouchUpId id,
            long version,
            TouchUpStatus status,
            TouchUpKind kind,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable CourseId courseId,
            @Nullable ClinicId bookedClinicId,
            Window window,
            List<FadeReason> reasons,
            List<PolicyVersion> policy) {}

    /** A clinic's worklist, soonest first and page by page, of these states or of all; or all of one client's. */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK, Role.HEAD_OFFICE},
            clients = true)
    @GetMapping
    Page<View> list(
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestParam(required = false) @Nullable ClientId clientId,
            @RequestParam(required = false) @Nullable Set<TouchUpStatus> status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        TouchUps.Position after = Page.position(cursor, TouchUps.Position::parse);
        if (clinicId != null && clientId == null) {
            return worklist(clinicId, Objects.requireNonNullElse(status, Set.of()), after, most);
        }
        if (clientId != null && clinicId == null) {
            return ofClient(clientId);
        }
        throw Refusal.input("clinicId", "give either clinicId or clientId");
    }

    /** Ends it because the client doesn't want it. */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK, Role.HEAD_OFFICE},
            clients = true)
    @PostMapping("/{id}/decline")
    ResponseEntity<View> decline(
            @PathVariable TouchUpId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            caller.require(MAY);
        }
        TouchUp found = touchingUp.require(id);
        boolean own =
                caller.isClient() ? found.clientId().equals(caller.clientId()) : caller.mayIn(found.clinicId(), MAY);
        if (!own) {
            throw Refusal.notFound();
        }
        return Versioned.ok(touchingUp.decline(id, it -> Preconditions.check(ifMatch, it)), it -> view(it, caller));
    }

    private Page<View> worklist(
            ClinicId clinicId, Set<TouchUpStatus> states, TouchUps.@Nullable Position after, int most) {
        Caller caller = callers.current();
        caller.requireIn(clinicId, MAY);
        List<TouchUp> found = touchUps.seenBy(clinicId, states, after, most + 1);
        return Page.of(found, most, it -> TouchUps.Position.of(it).toString()).map(it -> view(it, caller));
    }

    private Page<View> ofClient(ClientId clientId) {
        Caller caller = callers.current();
        if (caller.isClient()) {
            if (!clientId.equals(caller.clientId())) {
                throw Refusal.notFound();
            }
        } else {
            caller.require(MAY);
        }
        Client client = referenceData.findClient(clientId).orElseThrow(Refusal::notFound);
        List<TouchUp> seen = touchUps.of(clientId).stream()
                .filter(it -> caller.isClient() || maySee(caller, it, MAY))
                .toList();
        if (seen.isEmpty() && !caller.isClient() && !caller.mayIn(client.homeClinicId(), MAY)) {
            throw Refusal.notFound();
        }
        return Page.whole(seen).map(it -> view(it, caller));
    }

    private static boolean maySee(Caller caller, TouchUp it, Role... roles) {
        return caller.mayIn(it.clinicId(), roles)
                || (it.bookedClinicId() != null && caller.mayIn(it.bookedClinicId(), roles));
    }

    @Override
    public String name() {
        return "touchUps";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.SESSIONS;
    }

    @Override
    public List<?> of(ClientId client, ChartReading reading) {
        return reading.entries(
                touchUps.of(client).reversed(), TouchUp::clinicId, it -> view(it, touchingUp.reasonsOf(it)));
    }

    private View view(TouchUp it, Caller caller) {
        boolean reasons = caller.isClient() || caller.mayIn(it.clinicId(), TREAT);
        return view(it, reasons ? touchingUp.reasonsOf(it) : List.of());
    }

    private static View view(TouchUp it, List<FadeReason> reasons) {
        return new View(
                it.id(),
                it.version(),
                it.status(),
                it.isFadeCheck() ? TouchUpKind.FADE_CHECK : TouchUpKind.TOUCH_UP,
                it.clientId(),
                it.clinicId(),
                it.courseId(),
                it.bookedClinicId(),
                new Window(it.from(), it.due(), it.until()),
                reasons,
                Objects.requireNonNullElse(it.policy(), List.of()));
    }
}
