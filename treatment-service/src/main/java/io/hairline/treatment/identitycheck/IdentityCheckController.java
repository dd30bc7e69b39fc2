package io.hairline.treatment.identitycheck;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.IdentityCheckId;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.referencedata.ChartAccess;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/identity-checks")
class IdentityCheckController implements ChartPart {

    private final IdentityChecks identityChecks;
    private final ChartAccess access;

    IdentityCheckController(IdentityChecks identityChecks, ChartAccess access) {
        this.identityChecks = identityChecks;
        this.access = access;
    }

    record NewIdentityCheck(
            @NotNull ClientId clientId, @NotNull IdentityDocument document) {}

    record View(
            IdentityCheckId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            IdentityDocument document,
            Instant checkedAt) {

        static View of(IdentityCheck it) {
            return new View(it.id(), it.version(), it.clientId(), it.clinicId(), it.document(), it.checkedAt());
        }
    }

    @PostMapping
    ResponseEntity<View> check(@Valid @RequestBody NewIdentityCheck shown) {
        ClinicId clinic = access.toReceive(shown.clientId());
        return Versioned.created(identityChecks.check(shown.clientId(), clinic, shown.document()), View::of);
    }

    @Override
    public String name() {
        return "identityChecks";
    }

    @Override
    public List<?> of(ClientId client) {
        return identityChecks.of(client).stream().map(View::of).toList();
    }
}
