package io.hairline.treatment.patchtest;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.lot.Lots;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/patch-tests")
class PatchTestController implements ChartPart {

    private final PatchTests patchTests;
    private final Lots lots;
    private final ChartAccess access;

    PatchTestController(PatchTests patchTests, Lots lots, ChartAccess access) {
        this.patchTests = patchTests;
        this.lots = lots;
        this.access = access;
    }

    record NewPatchTest(@NotNull ClientId clientId, @NotNull LotId lotId) {}

    record Reading(@NotNull PatchTestResult result) {}

    record CorrectedReading(
            @NotNull PatchTestResult result,
            @NotBlank @Size(min = 5, max = 500) String reason) {}

    /**
     * A test as the API shows it.
     *
     * @param overdue it wasn't read in time, so that another one is needed
     */
    record View(
            PatchTestId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            LotId lotId,
            Instant placedAt,
            @Nullable Instant readAt,
            @Nullable PatchTestResult result,
            @Nullable Instant validUntil,
            List<PatchTests.Correction> corrections,
            Instant readableUntil,
            boolean overdue) {}

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> place(@Valid @RequestBody NewPatchTest wanted) {
        List<ClinicId> clinics = access.clinicsToTreatIn(wanted.clientId());
        Lot lot = lots.requireUsable(wanted.lotId(), clinics, LotKind.PIGMENT, "lotId");
        return Versioned.created(patchTests.place(wanted.clientId(), lot.clinicId(), lot.id()), this::view);
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/read")
    ResponseEntity<View> read(
            @PathVariable PatchTestId id,
            @Valid @RequestBody Reading reading,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        PatchTest found = patchTests.require(id);
        access.toChangeEntry(found.clientId(), found.clinicId(), AccessedRecord.PATCH_TEST);
        return Versioned.ok(patchTests.read(id, reading.result(), it -> Preconditions.check(ifMatch, it)), this::view);
    }

    /** Puts a wrong reading right; the wrong one stays in the answer, with the reason. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/correct")
    ResponseEntity<View> correct(
            @PathVariable PatchTestId id,
            @Valid @RequestBody CorrectedReading corrected,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        PatchTest found = patchTests.require(id);
        access.toChangeEntry(found.clientId(), found.clinicId(), AccessedRecord.PATCH_TEST);
        Caller by = access.toTreatIn(found.clinicId());
        PatchTest now = patchTests.correct(
                id, corrected.result(), corrected.reason(), by, it -> Preconditions.check(ifMatch, it));
        return Versioned.ok(now, this::view);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable PatchTestId id) {
        PatchTest found = patchTests.require(id);
        access.toReadEntry(found.clientId(), found.clinicId(), AccessedRecord.PATCH_TEST);
        return Versioned.ok(found, this::view);
    }

    @Override
    public String name() {
        return "patchTests";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.PATCH_TEST;
    }

    @Override
    public List<?> of(ClientId client, ChartReading reading) {
        return reading.entries(patchTests.of(client), PatchTest::clinicId, this::view);
    }

    private View view(PatchTest it) {
        return new View(
                it.id(),
                it.version(),
                it.clientId(),
                it.clinicId(),
                it.lotId(),
                it.placedAt(),
                it.readAt(),
                patchTests.resultOf(it),
                it.validUntil(),
                patchTests.correctionsOf(it),
                it.readableUntil(),
                patchTests.isOverdue(it));
    }
}
