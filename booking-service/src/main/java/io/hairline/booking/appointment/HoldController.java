package io.hairline.booking.appointment;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Id;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
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

    private static final String PREFIX = "hld_";

    private final AppointmentScheduling scheduling;
    private final AppointmentAccess access;
    private final HoldTokens tokens;

    HoldController(AppointmentScheduling scheduling, AppointmentAccess access, HoldTokens tokens) {
        this.scheduling = scheduling;
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
    @ResponseStatus(HttpStatus.CREATED)
    HoldView hold(@Valid @RequestBody NewHold wanted) {
        if (wanted.clientId() == null) {
            access.toHold(wanted.clinicId());
        } else {
            access.toBook(wanted.clientId(), wanted.clinicId());
        }
        Caller caller = access.caller();
        SlotRequest request = new SlotRequest(
                wanted.clinicId(),
                wanted.practitionerId(),
                wanted.chairId(),
                wanted.serviceCode(),
                wanted.startsAt().toInstant(),
                wanted.clientId(),
                null);
        Appointment held = scheduling.hold(request, caller);
        return new HoldView(
                PREFIX + Id.ulidOf(held.id().value()),
                tokens.tokenOf(held.id()),
                held.holdExpiresAt(),
                AppointmentView.of(held));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String id, @RequestHeader("X-Hold-Token") String token) {
        scheduling.giveBack(appointmentOf(id, token, tokens));
    }

    /** The appointment behind a hold, for whoever has its token. */
    static AppointmentId appointmentOf(String holdId, String token, HoldTokens tokens) {
        if (!holdId.startsWith(PREFIX) || !Id.isUlid(Id.ulidOf(holdId))) {
            throw Refusal.notFound();
        }
        AppointmentId id = new AppointmentId(AppointmentId.PREFIX + "_" + Id.ulidOf(holdId));
        if (!tokens.fits(id, token)) {
            throw Refusal.notFound();
        }
        return id;
    }
}
