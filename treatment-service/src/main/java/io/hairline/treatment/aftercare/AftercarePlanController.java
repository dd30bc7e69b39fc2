package io.hairline.treatment.aftercare;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.consultation.Consultations;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.session.SessionResult;
import io.hairline.treatment.session.Sessions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/aftercare-plans")
class AftercarePlanController {

    private final Sessions sessions;
    private final Consultations consultations;
    private final ReferenceData referenceData;
    private final ChartAccess access;

    AftercarePlanController(
            Sessions sessions, Consultations consultations, ReferenceData referenceData, ChartAccess access) {
        this.sessions = sessions;
        this.consultations = consultations;
        this.referenceData = referenceData;
        this.access = access;
    }

    /**
     * What to do after one session.
     *
     * @param treatedOn the clinic's local day
     */
    record View(
            SessionId sessionId,
            ClinicId clinicId,
            String serviceCode,
            LocalDate treatedOn,
            List<AftercarePlan.Step> steps) {}

    /** For the client's last session: a later one begins the weeks anew. */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping
    Page<View> list(@RequestParam ClientId clientId) {
        ChartReading reading = access.toRead(clientId, AccessedRecord.SESSIONS);
        return Page.whole(sessions.resultsOf(clientId).stream()
                .filter(it -> reading.covers(it.clinicId()))
                .limit(1)
                .map(it -> view(clientId, it))
                .toList());
    }

    private View view(ClientId client, SessionResult it) {
        Clinic clinic = referenceData.requireClinic(it.clinicId());
        LocalDate treatedOn = LocalDate.ofInstant(it.completedAt(), clinic.zoneId());
        return new View(
                it.id(),
                it.clinicId(),
                it.serviceCode(),
                treatedOn,
                AftercarePlan.of(
                        it.serviceCode(),
                        consultations.skinCareOf(client),
                        Objects.requireNonNullElseGet(
                                it.aftercare(), () -> referenceData.aftercare(clinic, it.completedAt())),
                        treatedOn));
    }
}
