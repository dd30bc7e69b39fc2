package io.hairline.treatment.consultation;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.PractitionerId;
import io.hairline.treatment.consultation.examination.ScalpExamination;
import io.hairline.treatment.consultation.history.Expectations;
import io.hairline.treatment.consultation.history.HairLoss;
import io.hairline.treatment.consultation.history.Wish;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as the API shows it.
 *
 * @param hairlinePhotoWithdrawn whether the picture that the hairline names has been taken out of the chart
 * @param corrections findings that were put right, oldest first
 */
public record ConsultationView(
        ConsultationId id,
        long version,
        AppointmentId appointmentId,
        ClientId clientId,
        ClinicId clinicId,
        PractitionerId practitionerId,
        Instant recordedAt,
        Indication indication,
        @Nullable Norwood norwood,
        @Nullable Ludwig ludwig,
        Fitzpatrick fitzpatrick,
        Skin skin,
        String goals,
        @Nullable HairlineDesign hairline,
        boolean hairlinePhotoWithdrawn,
        @Nullable HairLoss hairLoss,
        @Nullable Wish wish,
        @Nullable Expectations expectations,
        @Nullable ScalpExamination examination,
        List<Correction> corrections) {

    /**
     * Findings that were put right.
     *
     * @param was the wrong ones
     * @param by subject of the one who put them right
     * @param byName what that person is called in the clinic; absent for those who don't treat
     * @param hairlinePhotoWithdrawn whether the picture that their hairline names has been taken out of the chart
     */
    record Correction(
            Findings was,
            Instant at,
            String by,
            @Nullable String byName,
            String reason,
            boolean hairlinePhotoWithdrawn) {}

    static ConsultationView of(
            Consultation it, Findings findings, boolean hairlinePhotoWithdrawn, List<Correction> corrections) {
        return new ConsultationView(
                it.id(),
                it.version(),
                it.appointmentId(),
                it.clientId(),
                it.clinicId(),
                it.practitionerId(),
                it.recordedAt(),
                findings.indication(),
                findings.norwood(),
                findings.ludwig(),
                findings.fitzpatrick(),
                findings.skin(),
                findings.goals(),
                findings.hairline(),
                hairlinePhotoWithdrawn,
                findings.hairLoss(),
                findings.wish(),
                findings.expectations(),
                findings.examination(),
                corrections);
    }
}
