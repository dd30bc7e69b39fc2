package io.hairline.treatment.chartentry;

import io.hairline.contracts.ChartEntryId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.photo.NamedPhotos;
import io.hairline.treatment.questionnaire.Questionnaires;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Those who treat a client write into the chart; each entry is read with the chart. */
@RestController
@RequestMapping("/api/v1/charts/{clientId}")
class ChartEntryController {

    private final ChartEntries entries;
    private final ChartEntryViews views;
    private final ChartAccess access;
    private final Questionnaires questionnaires;
    private final NamedPhotos photos;
    private final ReferenceData referenceData;
    private final Clock clock;

    ChartEntryController(
            ChartEntries entries,
            ChartEntryViews views,
            ChartAccess access,
            Questionnaires questionnaires,
            NamedPhotos photos,
            ReferenceData referenceData,
            Clock clock) {
        this.entries = entries;
        this.views = views;
        this.access = access;
        this.questionnaires = questionnaires;
        this.photos = photos;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    record EntryWithdrawal(
            @NotBlank @Size(min = 5, max = 500, message = "must say why, in 5 to 500 characters") String reason) {}

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/allergies")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ChartEntryView<Allergy>> addAllergy(
            @PathVariable ClientId clientId, @Valid @RequestBody Allergy allergy) {
        ClinicId clinic = access.toTreat(clientId);
        if (allergy.sinceYear() != null && allergy.sinceYear() > today(clinic).getYear()) {
            throw Refusal.input("sinceYear", "can't be after " + today(clinic).getYear());
        }
        return Versioned.created(
                entries.add(clientId, clinic, EntryKind.ALLERGY, allergy), it -> views.of(it, Allergy.class));
    }

    /** A note answers for questions whose yes needs one; while it counts, they don't keep the light red any more. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/doctors-notes")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ChartEntryView<DoctorsNote>> addDoctorsNote(
            @PathVariable ClientId clientId, @Valid @RequestBody DoctorsNote note) {
        ClinicId clinic = access.toTreat(clientId);
        LocalDate today = today(clinic);
        note.requireSense(today);
        questionnaires.requireAnswerableByDoctor(note.findings(), "findings", clinic, today);
        List<PhotoId> shown = note.photoId() == null ? List.of() : List.of(note.photoId());
        return Versioned.created(
                entries.add(
                        clientId,
                        clinic,
                        EntryKind.DOCTORS_NOTE,
                        note,
                        () -> photos.requireAllOf(clientId, shown, "photoId")),
                it -> views.of(it, DoctorsNote.class));
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ChartEntryView<ChartNote>> addNote(
            @PathVariable ClientId clientId, @Valid @RequestBody ChartNote note) {
        ClinicId clinic = access.toTreat(clientId);
        return Versioned.created(
                entries.add(clientId, clinic, EntryKind.NOTE, note), it -> views.of(it, ChartNote.class));
    }

    /** The entry doesn't count any more and stays to be seen, with the reason. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/entries/{id}/withdraw")
    ResponseEntity<ChartEntryView<?>> withdraw(
            @PathVariable ClientId clientId,
            @PathVariable ChartEntryId id,
            @Valid @RequestBody EntryWithdrawal withdrawal,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        access.toTreatAnybody();
        ChartEntry found = entries.find(id, clientId).orElseThrow(Refusal::notFound);
        access.toChangeEntry(found.clientId(), found.clinicId(), AccessedRecord.CHART_ENTRY);
        return Versioned.ok(
                entries.withdraw(id, withdrawal.reason(), it -> Preconditions.check(ifMatch, it)), views::of);
    }

    private LocalDate today(ClinicId clinic) {
        return LocalDate.ofInstant(
                clock.instant(), referenceData.requireClinic(clinic).zoneId());
    }
}
