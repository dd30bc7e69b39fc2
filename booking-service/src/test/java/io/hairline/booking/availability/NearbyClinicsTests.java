package io.hairline.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.kit.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;

class NearbyClinicsTests {

    @Test
    void areMeasuredAlongTheGreatCircle() {
        GeoJsonPoint berlin = NearbyClinics.place("near", "52.52,13.405");
        Clinic newYork = new Clinic(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                "NYC",
                "New York",
                new RegionId(Ids.next(RegionId.PREFIX)),
                "US-NY",
                "America/New_York",
                "USD",
                new GeoJsonPoint(-74.006, 40.7128),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);

        assertThat(newYork.kilometresFrom(berlin)).isEqualTo(6_385, within(10.0));
        assertThat(newYork.kilometresFrom(newYork.location())).isZero();
    }
}
