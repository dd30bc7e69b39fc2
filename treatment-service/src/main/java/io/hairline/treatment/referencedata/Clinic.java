package io.hairline.treatment.referencedata;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A clinic as treatment needs it.
 *
 * @param currency ISO 4217: what its plans are priced in
 * @param jurisdiction where its practitioners must be licensed
 * @param numbing whether it offers to numb the skin; absent until somebody says so: it does
 */
@Document("clinics")
@TypeAlias("clinic")
public record Clinic(
        @Id ClinicId id,
        String name,
        RegionId regionId,
        String jurisdiction,
        String zone,
        String currency,
        @Nullable Boolean numbing) {

    public boolean offersNumbing() {
        return !Boolean.FALSE.equals(numbing);
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
