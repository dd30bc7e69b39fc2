package io.hairline.headoffice.dashboard;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.kit.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Appointments of an hour and a half in Dublin's first chair, each of another client. */
public final class DublinBookings {

    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");

    private DublinBookings() {}

    public static AppointmentBooked at(LocalDateTime start, PractitionerId practitioner, String serviceCode) {
        Instant startsAt = start.atZone(ZONE).toInstant();
        return new AppointmentBooked(
                new AppointmentId(Ids.next("apt")),
                new ClientId(Ids.next("cli")),
                new AppointmentSlot(
                        DemoIds.clinic("DUB"),
                        practitioner,
                        DemoIds.chair("DUB", 1),
                        serviceCode,
                        startsAt,
                        startsAt.plus(Duration.ofMinutes(90)),
                        start,
                        ZONE.getId()),
                null);
    }
}
