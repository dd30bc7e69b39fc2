package io.hairline.booking.referencedata;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Currencies;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDetailsChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicSetupCorrected;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A clinic as the diary needs it.
 *
 * @param closedFrom the first local day on which it is closed for good; absent while it stays open
 * @param devices that only one appointment can use at a time; absent while there has never been one
 * @param address one line; absent where head office doesn't know it
 * @param phone of the front desk, E.164; absent where head office doesn't know it
 */
@Document("clinics")
@TypeAlias("clinic")
public record Clinic(
        @Id ClinicId id,
        String code,
        String name,
        RegionId regionId,
        String jurisdiction,
        String zone,
        String currency,
        GeoJsonPoint location,
        List<Hours> openingHours,
        List<LocalDate> closedDays,
        List<ChairId> chairs,
        @Nullable LocalDate closedFrom,
        @Nullable List<Device> devices,
        @Nullable String address,
        @Nullable String phone) {

    private static final double EARTH_KM = 6_371;

    /**
     * A device that only one appointment can use at a time.
     *
     * @param kind what services of the catalogue ask for
     */
    public record Device(DeviceId id, String kind) {}

    static Clinic of(ClinicOpened it) {
        return new Clinic(
                it.clinicId(),
                it.code(),
                it.name(),
                it.regionId(),
                it.jurisdiction(),
                it.zone(),
                it.currency(),
                new GeoJsonPoint(it.longitude(), it.latitude()),
                it.openingHours(),
                List.of(),
                List.of(),
                null,
                null,
                it.address(),
                it.phone());
    }

    /** Along the great circle. */
    public double kilometresFrom(GeoJsonPoint place) {
        double latitude = Math.toRadians(location.getY() - place.getY()) / 2;
        double longitude = Math.toRadians(location.getX() - place.getX()) / 2;
        double half = Math.pow(Math.sin(latitude), 2)
                + Math.cos(Math.toRadians(place.getY()))
                        * Math.cos(Math.toRadians(location.getY()))
                        * Math.pow(Math.sin(longitude), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** The currency of its payments; refused if a clinic was once opened with what isn't one. */
    public String paidIn() {
        if (Currencies.digits(currency) < 0) {
            throw Refusal.rule(
                    "wrong-currency",
                    "This clinic was opened with " + currency
                            + ", which nobody pays with. Head office must correct it.");
        }
        return currency;
    }

    /** Jurisdictions begin with their country, ISO 3166. */
    public String country() {
        return jurisdiction.substring(0, Math.min(2, jurisdiction.length()));
    }

    /** The same with other opening hours. */
    public Clinic withHours(List<Hours> hours) {
        return next(regionId, hours, closedDays, chairs, closedFrom, devices);
    }

    Clinic closedOn(LocalDate date) {
        return withClosedDays(with(closedDays, date));
    }

    Clinic openOn(LocalDate date) {
        return withClosedDays(
                closedDays.stream().filter(Predicate.not(date::equals)).toList());
    }

    private Clinic withClosedDays(List<LocalDate> all) {
        return next(regionId, openingHours, all, chairs, closedFrom, devices);
    }

    /** Whether it is open on a day by its weekly hours. */
    public boolean isOpenOn(LocalDate day) {
        return !closedDays.contains(day) && (closedFrom == null || day.isBefore(closedFrom));
    }

    Clinic closedFrom(@Nullable LocalDate day) {
        return next(regionId, openingHours, closedDays, chairs, day, devices);
    }

    Clinic withDetails(ClinicDetailsChanged it) {
        GeoJsonPoint place = new GeoJsonPoint(it.longitude(), it.latitude());
        return new Clinic(
                id,
                code,
                it.name(),
                regionId,
                jurisdiction,
                zone,
                currency,
                place,
                openingHours,
                closedDays,
                chairs,
                closedFrom,
                devices,
                it.address(),
                it.phone());
    }

    Clinic corrected(ClinicSetupCorrected it) {
        return new Clinic(
                id,
                it.code(),
                name,
                regionId,
                jurisdiction,
                it.zone(),
                it.currency(),
                location,
                openingHours,
                closedDays,
                chairs,
                closedFrom,
                devices,
                address,
                phone);
    }

    Clinic inRegion(RegionId region) {
        return next(region, openingHours, closedDays, chairs, closedFrom, devices);
    }

    Clinic withChair(ChairId chair) {
        return withChairs(with(chairs, chair));
    }

    Clinic withoutChair(ChairId chair) {
        return withChairs(chairs.stream().filter(Predicate.not(chair::equals)).toList());
    }

    private Clinic withChairs(List<ChairId> all) {
        return next(regionId, openingHours, closedDays, all, closedFrom, devices);
    }

    /** The devices of a kind, in the order in which they came. */
    public List<DeviceId> devicesOf(String kind) {
        return allDevices().stream()
                .filter(it -> it.kind().equals(kind))
                .map(Device::id)
                .toList();
    }

    /** Whether it has this very device. */
    public boolean has(DeviceId device) {
        return allDevices().stream().anyMatch(it -> it.id().equals(device));
    }

    private List<Device> allDevices() {
        return devices == null ? List.of() : devices;
    }

    Clinic withDevice(DeviceId device, String kind) {
        return withDevices(with(allDevices(), new Device(device, kind)));
    }

    Clinic withoutDevice(DeviceId device) {
        return withDevices(
                allDevices().stream().filter(it -> !it.id().equals(device)).toList());
    }

    private Clinic withDevices(List<Device> all) {
        return next(regionId, openingHours, closedDays, chairs, closedFrom, all);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> all = new ArrayList<>(list);
        all.add(one);
        return List.copyOf(all);
    }

    private Clinic next(
            RegionId nextRegion,
            List<Hours> nextHours,
            List<LocalDate> nextClosed,
            List<ChairId> nextChairs,
            @Nullable LocalDate nextClosedFrom,
            @Nullable List<Device> nextDevices) {
        return new Clinic(
                id,
                code,
                name,
                nextRegion,
                jurisdiction,
                zone,
                currency,
                location,
                nextHours,
                nextClosed,
                nextChairs,
                nextClosedFrom,
                nextDevices,
                address,
                phone);
    }
}
