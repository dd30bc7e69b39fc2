package io.hairline.booking.waitlist;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentView;
import io.hairline.contracts.OfferId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers offers: by the client, or by a desk for the client. */
@RestController
@RequestMapping("/api/v1/waitlist")
class OfferController {

    private final WaitlistHandling handling;
    private final WaitlistAccess reach;
    private final Clock clock;

    OfferController(WaitlistHandling handling, WaitlistAccess reach, Clock clock) {
        this.handling = handling;
        this.reach = reach;
        this.clock = clock;
    }

    record Answer(@NotNull OfferId offerId) {}

    /** The first acceptance has the slot; the others are refused with {@code offer-gone} and go on waiting. */
    @PostMapping("/{id}/accept")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<AppointmentView> accept(@PathVariable WaitlistEntryId id, @Valid @RequestBody Answer answer) {
        Appointment booked = handling.accept(id, answer.offerId(), reach::toChange);
        return Versioned.ok(booked, AppointmentView::of);
    }

    @PostMapping("/{id}/decline")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<WaitlistView> decline(@PathVariable WaitlistEntryId id, @Valid @RequestBody Answer answer) {
        return Versioned.ok(
                handling.decline(id, answer.offerId(), reach::toChange), it -> WaitlistView.of(it, clock.instant()));
    }
}
