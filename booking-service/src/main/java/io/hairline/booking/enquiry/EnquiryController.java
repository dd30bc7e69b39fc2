package io.hairline.booking.enquiry;

import io.hairline.booking.note.ReasonCodes;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EnquiryId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Questions of people who are no clients yet; only the desk of the clinic that was asked reads them. */
@RestController
@RequestMapping("/api/v1/enquiries")
class EnquiryController {

    private static final Role[] READERS = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE};

    private static final int ALL = 100;

    private final EnquiryHandling handling;
    private final Enquiries enquiries;
    private final Callers callers;
    private final Clock clock;

    EnquiryController(EnquiryHandling handling, Enquiries enquiries, Callers callers, Clock clock) {
        this.handling = handling;
        this.enquiries = enquiries;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param contact an e-mail address or a phone number */
    record NewEnquiry(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 254) String contact,
            @NotBlank @Size(max = 2000) String wish,
            @Nullable ClinicId clinicId) {}

    /** All that the sender learns. */
    record Receipt(EnquiryId id, Enquiry.Status status, Instant receivedAt) {}

    record Closing(
            @NotNull @Pattern(regexp = ReasonCodes.ENQUIRY_CLOSING, message = ReasonCodes.MESSAGE) String reasonCode) {}

    /** @param clientId who the person is since they registered */
    record View(
            EnquiryId id,
            long version,
            Enquiry.Status status,
            String name,
            String contact,
            String wish,
            @Nullable ClinicId clinicId,
            Instant receivedAt,
            @Nullable ClientId clientId,
            @Nullable String closedBecause) {}

    /** Open to visitors with a guest token, clients and staff. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Receipt receive(@Valid @RequestBody NewEnquiry it) {
        Enquiry received = handling.receive(
                new Enquiry.Words(
                        it.name().strip(), it.contact().strip(), it.wish().strip()),
                it.clinicId());
        return new Receipt(received.id(), received.status(), received.receivedAt());
    }

    /** A clinic's; without {@code clinicId} those that were sent to the brand, for head office. */
    @GetMapping
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestParam(required = false) Enquiry.@Nullable Status status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        EnquiryId after = Page.position(cursor, EnquiryId::new);
        requireReader(callers.current(), clinicId);
        return Page.of(
                        enquiries.of(clinicId, status, after, most + 1),
                        most,
                        it -> it.id().value())
                .map(this::view);
    }

    /**
     * What became of the enquiries of the last days.
     *
     * @param days how many, up to today
     * @param converted how many of those received have become clients by now
     * @param percent converted of received, rounded; absent if none was received
     */
    record Conversion(
            int days,
            long received,
            long converted,
            long closed,
            long open,
            @Nullable Long percent) {

        static Conversion of(int days, Map<Enquiry.Status, Long> counts) {
            long converted = counts.getOrDefault(Enquiry.Status.CONVERTED, 0L);
            long closed = counts.getOrDefault(Enquiry.Status.CLOSED, 0L);
            long open = counts.getOrDefault(Enquiry.Status.OPEN, 0L);
            long received = converted + closed + open;
            Long percent = received == 0 ? null : Long.valueOf(Math.round(ALL * converted / (double) received));
            return new Conversion(days, received, converted, closed, open, percent);
        }
    }

    /** A clinic's; without {@code clinicId} that of the enquiries sent to the brand, for head office. */
    @GetMapping("/conversion")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    Conversion conversion(
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestParam(defaultValue = "90") @Min(1) @Max(730) int days) {
        requireReader(callers.current(), clinicId);
        return Conversion.of(
                days, enquiries.countSince(clinicId, clock.instant().minus(Duration.ofDays(days))));
    }

    @GetMapping("/{id}")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> get(@PathVariable EnquiryId id) {
        Enquiry enquiry = enquiries.require(id);
        requireReader(callers.current(), enquiry.clinicId());
        return Versioned.ok(enquiry, this::view);
    }

    /** The desk has dealt with it, and the person is no client. */
    @PostMapping("/{id}/close")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> close(
            @PathVariable EnquiryId id,
            @Valid @RequestBody Closing closing,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Caller caller = callers.current();
        Enquiry closed = handling.close(id, closing.reasonCode(), it -> {
            requireReader(caller, it.clinicId());
            Preconditions.check(ifMatch, it);
        });
        return Versioned.ok(closed, this::view);
    }

    private static void requireReader(Caller caller, @Nullable ClinicId clinic) {
        if (clinic == null ? !caller.has(Role.HEAD_OFFICE) : !caller.mayIn(clinic, READERS)) {
            throw Refusal.notFound();
        }
    }

    private View view(Enquiry it) {
        Enquiry.Words words = handling.open(it);
        return new View(
                it.id(),
                it.version(),
                it.status(),
                words.name(),
                words.contact(),
                words.wish(),
                it.clinicId(),
                it.receivedAt(),
                it.clientId(),
                it.closedBecause());
    }
}
