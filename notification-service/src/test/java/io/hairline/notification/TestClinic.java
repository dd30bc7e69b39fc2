package io.hairline.notification;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.kit.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clinic, with a person at its desk. */
public record TestClinic(ClinicId id, RegionId region, ZoneId zone, String desk) {

    public AppointmentSlot slot(Instant startsAt) {
        return slot("SESSION_1", startsAt);
    }

    public AppointmentSlot slot(String service, Instant startsAt) {
        return new AppointmentSlot(
                id,
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                new ChairId(Ids.next(ChairId.PREFIX)),
                service,
                startsAt,
                startsAt.plus(Duration.ofHours(2)),
                LocalDateTime.ofInstant(startsAt, zone),
                zone.getId());
    }

    public AppointmentBooked booked(ClientId client, Instant startsAt) {
        return new AppointmentBooked(new AppointmentId(Ids.next(AppointmentId.PREFIX)), client, slot(startsAt), null);
    }

    public static AppointmentCancelled cancelled(AppointmentBooked it) {
        return new AppointmentCancelled(it.appointmentId(), it.clientId(), it.slot(), false, 24, "CLIENT_REQUEST");
    }
}
