package io.hairline.booking.appointment.conflict;

import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentView;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives an appointment that takes longer the time after it. */
@RestController
@RequestMapping("/api/v1/appointments/{id}/extend")
class ExtensionController {

    private static final int GRID = 15;
    private static final int MOST = 240;

    private final Overruns overruns;
    private final AppointmentAccess access;

    ExtensionController(Overruns overruns, AppointmentAccess access) {
        this.overruns = overruns;
        this.access = access;
    }

    record Extension(@NotNull @Min(GRID) @Max(MOST) Integer minutes) {}

    /** Of an appointment that is checked in or in the chair, by a multiple of 15 minutes. */
    @PostMapping
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE})
    ResponseEntity<AppointmentView> extend(
            @PathVariable AppointmentId id,
            @Valid @RequestBody Extension wanted,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (wanted.minutes() % GRID != 0) {
            throw Refusal.input("minutes", "must be a multiple of " + GRID);
        }
        return Versioned.ok(
                overruns.extend(id, wanted.minutes(), it -> {
                    access.toReceive(it);
                    Preconditions.check(ifMatch, it);
                }),
                AppointmentView::of);
    }
}
