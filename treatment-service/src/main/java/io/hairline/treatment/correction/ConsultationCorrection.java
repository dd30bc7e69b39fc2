package io.hairline.treatment.correction;

import io.hairline.contracts.ConsultationId;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.security.Caller;
import io.hairline.treatment.consultation.Consultation;
import io.hairline.treatment.consultation.Consultations;
import io.hairline.treatment.consultation.Findings;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.touchup.TouchUpPlanning;
import io.hairline.treatment.touchup.forecast.FadeReason;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Puts right what a consultation found; the touch-up that is planned follows the skin that the client's last one found. */
@Service
class ConsultationCorrection {

    private final EventLog eventLog;
    private final Consultations consultations;
    private final TouchUpPlanning touchUps;
    private final ReferenceData referenceData;

    ConsultationCorrection(
            EventLog eventLog, Consultations consultations, TouchUpPlanning touchUps, ReferenceData referenceData) {
        this.eventLog = eventLog;
        this.consultations = consultations;
        this.touchUps = touchUps;
        this.referenceData = referenceData;
    }

    Consultation correct(
            ConsultationId id, Findings right, String reason, Caller by, Consumer<Consultation> precondition) {
        ZoneId zone = referenceData
                .requireClinic(consultations.require(id).clinicId())
                .zoneId();
        return eventLog.record(Consultation.class, () -> {
            Consultation wrong = consultations.require(id);
            precondition.accept(wrong);
            Change<Consultation> corrected = consultations.correct(wrong, right, reason, zone, by);
            return consultations.isLatest(wrong)
                    ? corrected.with(
                            touchUps.reconsider(wrong.clientId(), FadeReason.OF_SKIN, FadeReason.ofSkin(right)))
                    : corrected;
        });
    }
}
