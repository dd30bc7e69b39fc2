package io.hairline.booking.availability;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PractitionerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;

/**
 * What free slots are looked for.
 *
 * @param clinics nearest first if a place was asked for
 * @param from first local day of each clinic
 * @param until last one, included
 * @param client whose own appointments are in the way, and whose practitioner comes first
 * @param near the place that was asked for, if any
 * @param moving whose own time isn't in the way, because it is to be moved
 */
public record AvailabilitySearch(
        List<Clinic> clinics,
        String serviceCode,
        LocalDate from,
        LocalDate until,
        @Nullable PractitionerId practitioner,
        @Nullable ClientId client,
        @Nullable GeoJsonPoint near,
        @Nullable AppointmentId moving) {

    public AvailabilitySearch {
        clinics = List.copyOf(clinics);
    }

    public AvailabilitySearch(
            List<Clinic> clinics,
            String serviceCode,
            LocalDate from,
            LocalDate until,
            @Nullable PractitionerId practitioner,
            @Nullable ClientId client) {
        this(clinics, serviceCode, from, until, practitioner, client, null, null);
    }

    AvailabilitySearch during(LocalDate first, LocalDate last) {
        return new AvailabilitySearch(clinics, serviceCode, first, last, practitioner, client, near, moving);
    }
}
