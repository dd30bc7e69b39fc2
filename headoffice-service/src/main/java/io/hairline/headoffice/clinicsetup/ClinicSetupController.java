package io.hairline.headoffice.clinicsetup;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Currencies;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clinics")
class ClinicSetupController {

    private final ClinicSetup setup;
    private final Callers callers;

    ClinicSetupController(ClinicSetup setup, Callers callers) {
        this.setup = setup;
        this.callers = callers;
    }

    record Setup(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{2,12}", message = "must be 2 to 12 capital letters, digits or dashes") String code,

            @NotBlank @Size(max = 64) String zone,
            @NotNull Currency currency) {

        String checkedCurrency() {
            if (!Currencies.isPaidWith(currency.getCurrencyCode())) {
                throw Refusal.input("currency", "must be one that a country is paid in today, such as EUR");
            }
            return currency.getCurrencyCode();
        }
    }

    record View(ClinicId id, long version, String code, String zone, String currency) {
        static View of(Clinic it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.code(),
                    it.place().zone(),
                    it.place().currency());
        }
    }

    /** Corrects what was entered wrongly, as long as nothing was booked or taken in the clinic. */
    @PutMapping("/{id}/setup")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> correct(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Setup it) {
        callers.current().require(Role.HEAD_OFFICE);
        return Versioned.ok(setup.correct(id, ifMatch, it.code(), it.zone(), it.checkedCurrency()), View::of);
    }
}
