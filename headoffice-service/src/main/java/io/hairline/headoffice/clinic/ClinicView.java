package io.hairline.headoffice.clinic;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Hours;
import java.time.LocalDate;
import java.util.List;

/** A clinic as everybody may see it. */
record ClinicView(
        ClinicId id,
        long version,
        String code,
        String name,
        RegionId regionId,
        OwnerId ownerId,
        String jurisdiction,
        String zone,
        String currency,
        double latitude,
        double longitude,
        List<Hours> openingHours,
        List<LocalDate> closedDays,
        List<Clinic.Chair> chairs) {

    static ClinicView of(Clinic it) {
        ClinicLocation place = it.place();
        return new ClinicView(
                it.id(),
                it.version(),
                it.code(),
                it.name(),
                it.regionId(),
                it.ownerId(),
                place.jurisdiction(),
                place.zone(),
                place.currency(),
                place.latitude(),
                place.longitude(),
                it.openingHours().hours(),
                it.closedDays().stream().map(Clinic.ClosedDay::date).sorted().toList(),
                it.chairs());
    }
}
