package io.hairline.booking.link;

import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.appointment.ChangeReason;
import io.hairline.booking.availability.AvailabilitySearch;
import io.hairline.booking.client.Clients;
import io.hairline.booking.client.email.EmailConfirmation;
import io.hairline.booking.link.LinkLimits.Holder;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.PractitionerId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the holder of a link may do with its appointment, until that is over. A change counts as the client's own, and shows that
 * letters to the client's e-mail address reach them.
 */
@Service
class LinkedAppointments {

    private static final ChangeReason REASON = ChangeReason.of("CLIENT_REQUEST");

    private final AppointmentLinks links;
    private final LinkLimits limits;
    private final Clients clients;
    private final AppointmentScheduling scheduling;
    private final ReferenceData referenceData;
    private final EmailConfirmation confirmation;
    private final Clock clock;

    LinkedAppointments(
            AppointmentLinks links,
            LinkLimits limits,
            Clients clients,
            AppointmentScheduling scheduling,
            ReferenceData referenceData,
            EmailConfirmation confirmation,
            Clock clock) {
        this.links = links;
        this.limits = limits;
        this.clients = clients;
        this.scheduling = scheduling;
        this.referenceData = referenceData;
        this.confirmation = confirmation;
        this.clock = clock;
    }

    Appointment require(Holder holder) {
        return scheduling.require(link(holder).appointmentId());
    }

    Appointment move(
            Holder holder,
            Instant startsAt,
            @Nullable PractitionerId practitioner,
            Consumer<Appointment> precondition) {
        AppointmentLink link = link(holder);
        limits.admitChange(link);
        Appointment moved = scheduling.reschedule(
                link.appointmentId(), precondition, it -> request(it, startsAt, practitioner), REASON);
        confirmation.confirm(link.clientId(), link.contact());
        return moved;
    }

    /**
     * What the appointment could be moved to: in the same clinic, without times that overlap with the client's others.
     *
     * @param from first local day of the clinic
     * @param until last one, included
     */
    AvailabilitySearch searchForMove(Holder holder, LocalDate from, LocalDate until) {
        Appointment it = require(holder);
        return new AvailabilitySearch(
                referenceData.clinics(List.of(it.slot().clinicId())),
                it.slot().serviceCode(),
                from,
                until,
                null,
                it.clientId(),
                null,
                it.id());
    }

    Appointment cancel(Holder holder, Consumer<Appointment> precondition) {
        AppointmentLink link = link(holder);
        limits.admitChange(link);
        Appointment cancelled = scheduling.cancel(link.appointmentId(), precondition, REASON);
        confirmation.confirm(link.clientId(), link.contact());
        return cancelled;
    }

    /** An unknown secret, one that a new contact has ended and one whose appointment is over look the same. */
    private AppointmentLink link(Holder holder) {
        return limits.open(holder, digest -> links.find(digest).filter(this::isValid));
    }

    private boolean isValid(AppointmentLink link) {
        Appointment it = scheduling.require(link.appointmentId());
        return clock.instant().isBefore(it.slot().endsAt())
                && link.clientId().equals(it.clientId())
                && clients.has(link.clientId())
                && clients.require(link.clientId()).contactTokens().equals(link.contact());
    }

    /** In the same clinic. */
    private static SlotRequest request(Appointment it, Instant startsAt, @Nullable PractitionerId practitioner) {
        return new SlotRequest(
                it.slot().clinicId(),
                Objects.requireNonNullElse(practitioner, it.slot().practitionerId()),
                null,
                it.slot().serviceCode(),
                startsAt,
                it.clientId(),
                it.id());
    }
}
