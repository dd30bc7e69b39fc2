package io.hairline.booking.availability;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PractitionerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What free slots are looked for.
 *
 * @param clinics nearest first if a place was asked for
 * @param from first local day of each clinic
 * @param until last one, included
 * @param client whose own appointments are in the way, and whose practitioner comes first
 * @param nearPlace whether a place was asked for
 */
public record AvailabilitySearch(
        List<Clinic> clinics,
        String serviceCode,
        LocalDate from,
        LocalDate until,
        @Nullable PractitionerId practitioner,
        @Nullable ClientId client,
        boolean nearPlace) {

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
        this(clinics, serviceCode, from, until, practitioner, client, false);
    }

    AvailabilitySearch during(LocalDate first, LocalDate last) {
        return new AvailabilitySearch(clinics, serviceCode, first, last, practitioner, client, nearPlace);
    }
}
