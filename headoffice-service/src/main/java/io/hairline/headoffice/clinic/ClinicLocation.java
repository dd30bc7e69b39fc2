package io.hairline.headoffice.clinic;

import io.hairline.kit.Refusal;
import java.time.ZoneId;

/**
 * Where a clinic is, and what follows from it.
 *
 * @param jurisdiction where its practitioners must be licensed, such as {@code US-NY}
 * @param zone IANA name
 * @param currency ISO 4217
 */
public record ClinicLocation(String jurisdiction, String zone, String currency, double latitude, double longitude) {

    public ClinicLocation {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Refusal.input("zone", "must be an IANA zone such as Europe/Berlin");
        }
    }

    ClinicLocation at(double nextLatitude, double nextLongitude) {
        return new ClinicLocation(jurisdiction, zone, currency, nextLatitude, nextLongitude);
    }

    public ClinicLocation with(String rightZone, String rightCurrency) {
        return new ClinicLocation(jurisdiction, rightZone, rightCurrency, latitude, longitude);
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
