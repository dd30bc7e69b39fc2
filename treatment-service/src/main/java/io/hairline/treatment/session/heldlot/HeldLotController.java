package io.hairline.treatment.session.heldlot;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.LotStatus;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.session.Session;
import io.hairline.treatment.session.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/lots/held-back-uses")
class HeldLotController {

    private final Sessions sessions;
    private final Lots lots;
    private final ChartAccess access;

    HeldLotController(Sessions sessions, Lots lots, ChartAccess access) {
        this.sessions = sessions;
        this.lots = lots;
        this.access = access;
    }

    /**
     * A session and a lot of it.
     *
     * @param status what the lot was when the session was signed
     */
    record View(
            SessionId sessionId,
            AppointmentId appointmentId,
            String serviceCode,
            Instant completedAt,
            LotId lotId,
            String maker,
            String product,
            String lotNumber,
            LotStatus status) {}

    /**
     * A clinic's sessions that were signed with a lot in quarantine, recalled, expired or disposed of, latest first; the chart says
     * whose they are.
     *
     * @param limit of sessions; one may have several such lots
     */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @GetMapping
    Page<View> list(
            @RequestParam ClinicId clinicId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        SessionId before = Page.position(cursor, SessionId::new);
        var _ = access.toTreatIn(clinicId);
        Page<Session> found = Page.of(sessions.withHeldLotsIn(clinicId, before, most + 1), most, Session::aggregateId);
        Map<LotId, Lot> known = lots.byId(found.items().stream()
                .flatMap(it -> it.heldLots().stream().map(Session.LateLot::lotId))
                .toList());
        List<View> views = found.items().stream()
                .flatMap(it -> it.heldLots().stream()
                        .flatMap(held ->
                                Stream.ofNullable(known.get(held.lotId())).map(lot -> view(it, lot, held.status()))))
                .toList();
        return new Page<>(views, found.nextCursor());
    }

    private static View view(Session it, Lot lot, LotStatus then) {
        return new View(
                it.id(),
                it.appointmentId(),
                it.serviceCode(),
                Objects.requireNonNull(it.done()).at(),
                lot.id(),
                lot.maker(),
                lot.product(),
                lot.lotNumber(),
                then);
    }
}
