package io.hairline.booking.link;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.availability.SlotPages;
import io.hairline.booking.link.LinkLimits.Holder;
import io.hairline.booking.payment.cancellation.CancellationQuotes;
import io.hairline.booking.payment.cancellation.CancellationQuotes.CostView;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * One appointment for those who have the link from its letter: the link's secret comes in a header, so that it stands in no
 * address of the API, beside any visitor's or client's token.
 */
@RestController
@RequestMapping("/api/v1/linked-appointment")
@AllowedFor(clients = true, guests = true)
class LinkedAppointmentController {

    private static final String LINK = "Appointment-Link";

    private final LinkedAppointments appointments;
    private final CancellationQuotes quotes;
    private final SlotPages slotPages;

    LinkedAppointmentController(LinkedAppointments appointments, CancellationQuotes quotes, SlotPages slotPages) {
        this.appointments = appointments;
        this.quotes = quotes;
        this.slotPages = slotPages;
    }

    /** Nothing in it says whose it is. */
    record LinkedAppointment(
            AppointmentId id,
            long version,
            Status status,
            ClinicId clinicId,
            PractitionerId practitionerId,
            String serviceCode,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            LocalDateTime localStart,
            String zone) {

        static LinkedAppointment of(Appointment it) {
            AppointmentSlot slot = it.slot();
            ZoneId zone = ZoneId.of(slot.zone());
            return new LinkedAppointment(
                    it.id(),
                    it.version(),
                    it.status(),
                    slot.clinicId(),
                    slot.practitionerId(),
                    slot.serviceCode(),
                    slot.startsAt().atZone(zone).toOffsetDateTime(),
                    slot.endsAt().atZone(zone).toOffsetDateTime(),
                    slot.localStart(),
                    slot.zone());
        }
    }

    /** @param practitionerId absent to stay with the same one */
    record LinkedMove(
            @NotNull OffsetDateTime startsAt, @Nullable PractitionerId practitionerId) {}

    @GetMapping
    ResponseEntity<LinkedAppointment> get(@RequestHeader(LINK) String secret, HttpServletRequest request) {
        return answer(appointments.require(holder(secret, request)));
    }

    @GetMapping("/cancellation-cost")
    CostView cost(@RequestHeader(LINK) String secret, HttpServletRequest request) {
        return quotes.of(appointments.require(holder(secret, request)));
    }

    /**
     * The free times to which it can be moved, the earliest first: its own time isn't in the way, the client's other
     * appointments are.
     */
    @GetMapping("/availability")
    Page<Slot> availability(
            @RequestHeader(LINK) String secret,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        return slotPages.find(() -> appointments.searchForMove(holder(secret, request), from, to), limit, cursor);
    }

    /** In the same clinic; other clinics are for clients who log in. */
    @PostMapping("/reschedule")
    ResponseEntity<LinkedAppointment> reschedule(
            @RequestHeader(LINK) String secret,
            @Valid @RequestBody LinkedMove move,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request) {
        return answer(appointments.move(
                holder(secret, request),
                move.startsAt().toInstant(),
                move.practitionerId(),
                it -> Preconditions.check(ifMatch, it)));
    }

    @PostMapping("/cancel")
    ResponseEntity<LinkedAppointment> cancel(
            @RequestHeader(LINK) String secret,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request) {
        return answer(appointments.cancel(holder(secret, request), it -> Preconditions.check(ifMatch, it)));
    }

    private static Holder holder(String secret, HttpServletRequest request) {
        return new Holder(secret, request.getRemoteAddr());
    }

    private static ResponseEntity<LinkedAppointment> answer(Appointment it) {
        return ResponseEntity.ok().eTag(Preconditions.etag(it)).body(LinkedAppointment.of(it));
    }
}
