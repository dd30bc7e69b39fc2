package io.hairline.booking.stock;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a clinic checks nobody in for a treatment. */
@RestController
@RequestMapping("/api/v1/held-back-stock")
class HeldBackStockController {

    private static final Role[] MAY = {
        Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE
    };

    private final HeldBackStocks stocks;
    private final Callers callers;

    HeldBackStockController(HeldBackStocks stocks, Callers callers) {
        this.stocks = stocks;
        this.callers = callers;
    }

    /**
     * What a clinic has and may not use, kind by kind.
     *
     * @param kindCode {@code PIGMENT} or {@code NEEDLE}
     * @param reasonCode {@code RECALLED} or {@code QUARANTINED}
     */
    record View(ClinicId clinicId, String kindCode, String reasonCode, Instant since) {}

    /** Empty where clients are received as usual. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(@RequestParam ClinicId clinicId) {
        callers.current().requireIn(clinicId, MAY);
        return Page.whole(stocks.of(clinicId))
                .map(it -> new View(it.clinicId(), it.kindCode(), it.reasonCode(), it.since()));
    }
}
