package io.hairline.treatment.pricing;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/quote")
class QuoteController {

    private final SessionPrices prices;
    private final ReferenceData referenceData;
    private final ChartAccess access;

    QuoteController(SessionPrices prices, ReferenceData referenceData, ChartAccess access) {
        this.prices = prices;
        this.referenceData = referenceData;
        this.access = access;
    }

    /**
     * Sessions that a plan may have.
     *
     * @param numbing whether the skin is to be numbed; left out for no
     */
    record Wanted(
            @NotNull AppointmentId consultationAppointmentId,

            @NotNull @Size(min = 1, max = 4, message = "must be one to four") List<@NotNull @Valid WantedSession> sessions,

            @Nullable Boolean numbing) {}

    record Quote(List<SessionPricing> sessions, Money total) {}

    /** What sessions cost today, before they are proposed; nothing is kept. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping
    Quote quote(@Valid @RequestBody Wanted wanted) {
        Clinic clinic = referenceData.requireClinic(
                access.toTreatIn(wanted.consultationAppointmentId()).clinicId());
        List<SessionPricing> sessions = prices.of(clinic, wanted.sessions(), Boolean.TRUE.equals(wanted.numbing()));
        return new Quote(sessions, SessionPricing.total(sessions, clinic.currency()));
    }
}
