package io.hairline.treatment.correction;

import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.consultation.Consultation;
import io.hairline.treatment.consultation.ConsultationView;
import io.hairline.treatment.consultation.Consultations;
import io.hairline.treatment.consultation.Findings;
import io.hairline.treatment.consultation.Fitzpatrick;
import io.hairline.treatment.consultation.HairlineDesign;
import io.hairline.treatment.consultation.Indication;
import io.hairline.treatment.consultation.Ludwig;
import io.hairline.treatment.consultation.Norwood;
import io.hairline.treatment.consultation.Skin;
import io.hairline.treatment.consultation.examination.ScalpExamination;
import io.hairline.treatment.consultation.history.Expectations;
import io.hairline.treatment.consultation.history.HairLoss;
import io.hairline.treatment.consultation.history.Wish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations")
class ConsultationCorrectionController {

    private final ConsultationCorrection correction;
    private final Consultations consultations;
    private final ChartAccess access;

    ConsultationCorrectionController(
            ConsultationCorrection correction, Consultations consultations, ChartAccess access) {
        this.correction = correction;
        this.consultations = consultations;
        this.access = access;
    }

    /**
     * All findings as they are right; what is left out wasn't found.
     *
     * @param reason what was wrong with the earlier ones, to be read in the chart
     */
    record CorrectedConsultation(
            @NotNull Indication indication,
            @Nullable Norwood norwood,
            @Nullable Ludwig ludwig,
            @NotNull Fitzpatrick fitzpatrick,
            @NotNull Skin skin,
            @NotBlank @Size(max = 2_000) @Paragraphs String goals,
            @Nullable @Valid HairlineDesign hairline,
            @Nullable @Valid HairLoss hairLoss,
            @Nullable @Valid Wish wish,
            @Nullable @Valid Expectations expectations,
            @Nullable @Valid ScalpExamination examination,
            @NotBlank @Size(min = 5, max = 500) String reason) {

        Findings findings() {
            return new Findings(
                    indication,
                    norwood,
                    ludwig,
                    fitzpatrick,
                    skin,
                    goals,
                    hairline,
                    hairLoss,
                    wish,
                    expectations,
                    examination);
        }
    }

    /** Puts the findings right, in the clinic where they were written; the wrong ones stay in the answer, with the reason. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PutMapping("/{id}")
    ResponseEntity<ConsultationView> correct(
            @PathVariable ConsultationId id,
            @Valid @RequestBody CorrectedConsultation corrected,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Findings right = corrected.findings();
        Consultation found = consultations.require(id);
        access.toChangeEntry(found.clientId(), found.clinicId(), AccessedRecord.CONSULTATION);
        Caller by = access.toTreatIn(found.clinicId());
        Consultation now =
                correction.correct(id, right, corrected.reason(), by, it -> Preconditions.check(ifMatch, it));
        return Versioned.ok(now, consultations::viewOf);
    }
}
