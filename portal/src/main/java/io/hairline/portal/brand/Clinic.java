package io.hairline.portal.brand;

import java.time.ZoneId;

/** A place where clients are treated. */
public record Clinic(
        String id,
        String code,
        String name,
        String regionId,
        String zone,
        String currency,
        double latitude,
        double longitude) {

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public String near() {
        return latitude + "," + longitude;
    }
}
