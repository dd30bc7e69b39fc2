package io.hairline.treatment.patchtest;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.referencedata.ChartAccess;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/patch-tests")
class PatchTestController implements ChartPart {

    private final PatchTests patchTests;
    private final ChartAccess access;

    PatchTestController(PatchTests patchTests, ChartAccess access) {
        this.patchTests = patchTests;
        this.access = access;
    }

    record NewPatchTest(@NotNull ClientId clientId, @NotNull LotId lotId) {}

    record Reading(@NotNull PatchTestResult result) {}

    record View(
            PatchTestId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            LotId lotId,
            Instant placedAt,
            @Nullable Instant readAt,
            @Nullable PatchTestResult result,
            @Nullable Instant validUntil) {}

    @PostMapping
    ResponseEntity<View> place(@Valid @RequestBody NewPatchTest wanted) {
        ClinicId clinic = access.toTreat(wanted.clientId());
        return Versioned.created(patchTests.place(wanted.clientId(), clinic, wanted.lotId()), this::view);
    }

    @PostMapping("/{id}/read")
    ResponseEntity<View> read(
            @PathVariable PatchTestId id,
            @Valid @RequestBody Reading reading,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        access.toTreatAnybody();
        access.toTreat(patchTests.require(id).clientId());
        return Versioned.ok(patchTests.read(id, reading.result(), it -> Preconditions.check(ifMatch, it)), this::view);
    }

    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable PatchTestId id) {
        access.toReadAnybody();
        PatchTest found = patchTests.require(id);
        access.toRead(found.clientId());
        return Versioned.ok(found, this::view);
    }

    @Override
    public String name() {
        return "patchTests";
    }

    @Override
    public List<?> of(ClientId client) {
        return patchTests.of(client).stream().map(this::view).toList();
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
                it.validUntil());
    }
}
