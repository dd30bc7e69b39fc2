package io.hairline.booking.appointment.hold;

import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentView;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A hold is an appointment in state HELD: {@code hld_x} and {@code apt_x} share {@code x}. */
@RestController
@RequestMapping("/api/v1/holds")
class HoldController {

    private final SlotHolding holding;
    private final AppointmentAccess access;
    private final HoldTokens tokens;

    HoldController(SlotHolding holding, AppointmentAccess access, HoldTokens tokens) {
        this.holding = holding;
        this.access = access;
        this.tokens = tokens;
    }

    record NewHold(
            @NotNull ClinicId clinicId,
            @NotNull PractitionerId practitionerId,
            @Nullable ChairId chairId,
            @NotBlank @Size(max = 40) String serviceCode,
            @NotNull OffsetDateTime startsAt,
            @Nullable ClientId clientId) {}

    record HoldView(String id, String token, @Nullable Instant expiresAt, AppointmentView slot) {}

    @PostMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    @ResponseStatus(HttpStatus.CREATED)
    HoldView hold(@Valid @RequestBody NewHold wanted, HttpServletRequest request) {
        if (wanted.clientId() == null) {
            access.toHold(wanted.clinicId());
        } else {
            access.toBook(wanted.clientId(), wanted.clinicId());
        }
        SlotRequest slot = new SlotRequest(
                wanted.clinicId(),
                wanted.practitionerId(),
                wanted.chairId(),
                wanted.serviceCode(),
                wanted.startsAt().toInstant(),
                wanted.clientId(),
                null);
        Appointment held = holding.hold(slot, access.caller(), request.getRemoteAddr());
        return new HoldView(
                HoldTokens.holdIdOf(held.id()),
                tokens.tokenOf(held.id()),
                held.holdExpiresAt(),
                AppointmentView.of(held));
    }

    @DeleteMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String id, @RequestHeader("X-Hold-Token") String token) {
        holding.giveBack(tokens.appointmentOf(id, token));
    }
}
