package io.hairline.booking;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A clinic that was opened for a test, with the subjects of its people.
 *
 * @param day an open day next week
 */
public record TestClinic(
        ClinicId id,
        RegionId region,
        ZoneId zone,
        List<ChairId> chairs,
        List<PractitionerId> practitioners,
        String manager,
        String desk,
        String artist,
        String regionManager,
        LocalDate day) {

    public Instant at(int hour, int minute) {
        return at(day, hour, minute);
    }

    public Instant at(LocalDate date, int hour, int minute) {
        return LocalDateTime.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), hour, minute)
                .atZone(zone)
                .toInstant();
    }

    public PractitionerId practitioner() {
        return practitioners.getFirst();
    }

    /** The fields of a slot with the first practitioner. */
    public Map<String, Object> slot(String serviceCode, Instant startsAt) {
        return slot(practitioner(), serviceCode, startsAt);
    }

    public Map<String, Object> slot(PractitionerId practitioner, String serviceCode, Instant startsAt) {
        Map<String, Object> slot = new HashMap<>();
        slot.put("clinicId", id.value());
        slot.put("practitionerId", practitioner.value());
        slot.put("serviceCode", serviceCode);
        slot.put("startsAt", startsAt.toString());
        return slot;
    }

    public Map<String, Object> slotFor(String client, String serviceCode, Instant startsAt) {
        Map<String, Object> slot = slot(serviceCode, startsAt);
        slot.put("clientId", client);
        return slot;
    }
}
