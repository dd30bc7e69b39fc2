package io.hairline.treatment.identitycheck;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.IdentityCheckId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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

    /**
     * An identity document as it was shown. Those who leave out the last two say that it names the date of birth that the
     * clinic knows, and that the client is 18 or older.
     */
    record NewIdentityCheck(
            @NotNull ClientId clientId,
            @NotNull IdentityDocument document,
            @Nullable Boolean birthDateMatches,
            @Nullable Boolean adult) {

        IdentitySeen seen() {
            return new IdentitySeen(document, !Boolean.FALSE.equals(birthDateMatches), !Boolean.FALSE.equals(adult));
        }
    }

    record View(
            IdentityCheckId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            IdentityDocument document,
            boolean birthDateMatches,
            boolean adult,
            Instant checkedAt) {

        static View of(IdentityCheck it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.clientId(),
                    it.clinicId(),
                    it.document(),
                    !Boolean.FALSE.equals(it.birthDateMatches()),
                    !Boolean.FALSE.equals(it.adult()),
                    it.checkedAt());
        }
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> check(@Valid @RequestBody NewIdentityCheck shown) {
        ClinicId clinic = access.toReceive(shown.clientId());
        return Versioned.created(identityChecks.check(shown.clientId(), clinic, shown.seen()), View::of);
    }

    @Override
    public String name() {
        return "identityChecks";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.CONSENTS;
    }

    @Override
    public List<?> of(ClientId client, ChartReading reading) {
        return reading.entries(identityChecks.of(client), IdentityCheck::clinicId, View::of);
    }
}
