package io.hairline.treatment.consultation;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.consultation.examination.ScalpExamination;
import io.hairline.treatment.consultation.history.Expectations;
import io.hairline.treatment.consultation.history.HairLoss;
import io.hairline.treatment.consultation.history.Wish;
import io.hairline.treatment.referencedata.Appointment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations")
class ConsultationController implements ChartPart {

    private final Consultations consultations;
    private final ChartAccess access;

    ConsultationController(Consultations consultations, ChartAccess access) {
        this.consultations = consultations;
        this.access = access;
    }

    record NewConsultation(
            @NotNull AppointmentId appointmentId,
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
            @Nullable @Valid ScalpExamination examination) {

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

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ConsultationView> record(@Valid @RequestBody NewConsultation held) {
        Findings findings = held.findings();
        Appointment appointment = access.toTreatIn(held.appointmentId());
        return Versioned.created(consultations.record(appointment, findings), consultations::viewOf);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping("/{id}")
    ResponseEntity<ConsultationView> get(@PathVariable ConsultationId id) {
        Consultation found = consultations.require(id);
        access.toReadEntry(found.clientId(), found.clinicId(), AccessedRecord.CONSULTATION);
        return Versioned.ok(found, consultations::viewOf);
    }

    @Override
    public String name() {
        return "consultations";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.CONSULTATION;
    }

    @Override
    public List<?> of(ClientId client, ChartReading reading) {
        return reading.entries(consultations.of(client), Consultation::clinicId, consultations::viewOf);
    }
}
