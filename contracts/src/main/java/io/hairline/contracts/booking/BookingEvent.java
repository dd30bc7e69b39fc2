package io.hairline.contracts.booking;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.WireName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What booking tells the franchise. */
public sealed interface BookingEvent extends DomainEvent {

    /**
     * Somebody became a client of the brand; who she is travels on {@code booking.contacts} alone.
     *
     * @param contactVersion the version of her contact that belongs to this fact
     * @param suspects clients who may be the same person; the staff of her home clinic decide
     */
    @WireName("booking.ClientRegistered.v1")
    record ClientRegistered(ClientId clientId, ClinicId homeClinicId, long contactVersion, List<ClientId> suspects)
            implements BookingEvent {
        public ClientRegistered {
            suspects = List.copyOf(suspects);
        }

        @Override
        public String subject() {
            return clientId.value();
        }

        @Override
        public ClinicId clinic() {
            return homeClinicId;
        }
    }

    @WireName("booking.ClientContactChanged.v1")
    record ClientContactChanged(ClientId clientId, long contactVersion) implements BookingEvent {
        @Override
        public String subject() {
            return clientId.value();
        }
    }

    /** A slot is kept for somebody until {@code expiresAt}, and nobody else can have it. */
    @WireName("booking.SlotHeld.v1")
    record SlotHeld(AppointmentId appointmentId, @Nullable ClientId clientId, Booked slot, Instant expiresAt)
            implements BookingEvent {
        @Override
        public String subject() {
            return appointmentId.value();
        }

        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }

    /** A hold lapsed or was given back; the slot is free. */
    @WireName("booking.SlotReleased.v1")
    record SlotReleased(AppointmentId appointmentId, Booked slot, String reasonCode) implements BookingEvent {
        @Override
        public String subject() {
            return appointmentId.value();
        }

        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }

    @WireName("booking.AppointmentBooked.v1")
    record AppointmentBooked(AppointmentId appointmentId, ClientId clientId, Booked slot) implements BookingEvent {
        @Override
        public String subject() {
            return appointmentId.value();
        }

        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }

    @WireName("booking.AppointmentRescheduled.v1")
    record AppointmentRescheduled(
            AppointmentId appointmentId, ClientId clientId, Booked previous, Booked slot, String reasonCode)
            implements BookingEvent {
        @Override
        public String subject() {
            return appointmentId.value();
        }

        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }

    /**
     * An appointment will not take place; its slot is free.
     *
     * @param late cancelled inside the last window of the policy it was booked under
     * @param noticeHours whole hours from the cancellation to the start; negative if it had begun
     */
    @WireName("booking.AppointmentCancelled.v1")
    record AppointmentCancelled(
            AppointmentId appointmentId,
            ClientId clientId,
            Booked slot,
            boolean late,
            long noticeHours,
            String reasonCode)
            implements BookingEvent {
        @Override
        public String subject() {
            return appointmentId.value();
        }

        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }

    @WireName("booking.ClientCheckedIn.v1")
    record ClientCheckedIn(AppointmentId appointmentId, ClientId clientId, Booked slot) implements BookingEvent {
        @Override
        public String subject() {
            return appointmentId.value();
        }

        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }

    @WireName("booking.AppointmentNoShow.v1")
    record AppointmentNoShow(AppointmentId appointmentId, ClientId clientId, Booked slot, String reasonCode)
            implements BookingEvent {
        @Override
        public String subject() {
            return appointmentId.value();
        }

        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }
}
