package io.hairline.treatment.matchcard;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.referencedata.Appointment;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/match-card")
class MatchCardController {

    private final MatchCards cards;
    private final ChartAccess access;

    MatchCardController(MatchCards cards, ChartAccess access) {
        this.cards = cards;
        this.access = access;
    }

    /** For those who treat in the appointment's clinic, as far as the client's chart is open to them. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @GetMapping
    MatchCard get(@RequestParam AppointmentId appointmentId) {
        access.toTreatAnybody();
        Appointment appointment = access.toTreatIn(appointmentId);
        ClientId client = Optional.ofNullable(appointment.clientId()).orElseThrow(Refusal::notFound);
        ChartReading reading = access.toRead(client, AccessedRecord.MATCH_CARD);
        return cards.of(appointment, reading);
    }
}
