package io.hairline.headoffice.clinic;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.headoffice.hours.DayHours;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clinic as everybody may see it.
 *
 * @param tenures to whom it belongs from which local day on, planned moves included; the first from 1970-01-01
 * @param closedFrom the first local day on which it is closed for good
 * @param devices that only one appointment can use at a time
 * @param numbing whether it offers to numb the skin
 */
public record ClinicView(
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
        List<DayHours> openingHours,
        List<LocalDate> closedDays,
        List<Clinic.Chair> chairs,
        @Nullable String address,
        @Nullable String phone,
        List<Clinic.Tenure> tenures,
        @Nullable LocalDate closedFrom,
        List<Clinic.Device> devices,
        boolean numbing) {

    public static ClinicView of(Clinic it) {
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
                DayHours.of(it.openingHours()),
                it.closedDays().stream().map(Clinic.ClosedDay::date).sorted().toList(),
                it.chairs(),
                it.address(),
                it.phone(),
                it.history(),
                it.closedFrom(),
                it.allDevices(),
                it.offersNumbing());
    }
}
