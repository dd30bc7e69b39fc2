package io.hairline.booking.diary;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.Ids;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;

/** A clinic for tests of the diary: never open, without chairs and devices, unless a test says otherwise. */
final class ClinicFixture {

    private final ZoneId zone;
    private List<Hours> hours = List.of();
    private List<LocalDate> closedDays = List.of();
    private List<ChairId> chairs = List.of();
    private @Nullable List<Clinic.Device> devices;

    private ClinicFixture(ZoneId zone) {
        this.zone = zone;
    }

    static ClinicFixture in(ZoneId zone) {
        return new ClinicFixture(zone);
    }

    ClinicFixture open(List<Hours> week) {
        hours = week;
        return this;
    }

    ClinicFixture closedOn(List<LocalDate> days) {
        closedDays = days;
        return this;
    }

    ClinicFixture chairs(int number) {
        chairs = Stream.generate(() -> new ChairId(Ids.next(ChairId.PREFIX)))
                .limit(number)
                .toList();
        return this;
    }

    ClinicFixture devices(@Nullable List<Clinic.Device> all) {
        devices = all;
        return this;
    }

    Clinic build() {
        return new Clinic(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                "X",
                "X",
                new RegionId(Ids.next(RegionId.PREFIX)),
                "XX",
                zone.getId(),
                "EUR",
                new GeoJsonPoint(0, 0),
                hours,
                closedDays,
                chairs,
                null,
                devices,
                null,
                null);
    }
}
