package io.hairline.treatment.matchcard;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/match-card")
class MatchCardController {

    private final MatchCards cards;
    private final ChartAccess access;
    private final ReferenceData referenceData;
    private final Clock clock;

    MatchCardController(MatchCards cards, ChartAccess access, ReferenceData referenceData, Clock clock) {
        this.cards = cards;
        this.access = access;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /**
     * For those who treat in a clinic, as far as the client's chart is open to them: for an appointment there, or for a client who
     * has none there yet.
     *
     * @param appointmentId or else client and clinic, not both
     * @param clinicId for which the card is read, such as one that the client gave a pass
     */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @GetMapping
    MatchCard get(
            @RequestParam(required = false) @Nullable AppointmentId appointmentId,
            @RequestParam(required = false) @Nullable ClientId clientId,
            @RequestParam(required = false) @Nullable ClinicId clinicId) {
        access.toTreatAnybody();
        if (appointmentId != null && (clientId != null || clinicId != null)) {
            throw Refusal.input("appointmentId", "is given instead of clientId and clinicId, not besides them");
        }
        MatchCards.Place place = appointmentId == null ? placeOf(clientId, clinicId) : placeOf(appointmentId);
        return cards.of(place, access.toRead(place.clientId(), AccessedRecord.MATCH_CARD));
    }

    private MatchCards.Place placeOf(AppointmentId id) {
        Appointment it = access.toTreatIn(id);
        ClientId client = Optional.ofNullable(it.clientId()).orElseThrow(Refusal::notFound);
        return new MatchCards.Place(it.id(), client, it.clinicId(), it.localDay());
    }

    private MatchCards.Place placeOf(@Nullable ClientId client, @Nullable ClinicId clinic) {
        if (client == null || clinic == null) {
            throw Refusal.input("appointmentId", "is needed, or clientId and clinicId");
        }
        var _ = access.toTreatIn(clinic);
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), referenceData.requireClinic(clinic).zoneId());
        return new MatchCards.Place(null, client, clinic, today);
    }
}
