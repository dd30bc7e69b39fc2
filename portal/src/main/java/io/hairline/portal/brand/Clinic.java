package io.hairline.portal.brand;

import io.hairline.portal.language.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place where clients are treated. Address and phone are there where head office has entered them. */
public record Clinic(
        String id,
        String code,
        String name,
        String regionId,
        String zone,
        String currency,
        double latitude,
        double longitude,
        @Nullable Long version,
        @Nullable String address,
        @Nullable String phone,
        @Nullable List<Hours> openingHours,
        @Nullable List<LocalDate> closedDays,
        @Nullable List<Chair> chairs,
        @Nullable LocalDate closedFrom,
        @Nullable List<Device> devices) {

    private static final double EARTH_KM = 6371;

    /** A place to be treated in. */
    public record Chair(String id, String name) {}

    /** What only one appointment can use at a time. */
    public record Device(String id, String kind, String name) {

        public String kindName() {
            return CodeLabels.label("device", kind);
        }
    }

    /** A stretch of one weekday in the clinic's wall time; {@code until} 00:00 is the end of the day. */
    public record Hours(DayOfWeek day, LocalTime from, LocalTime until) {

        public String dayName() {
            return day.getDisplayName(TextStyle.FULL_STANDALONE, Texts.locale());
        }

        public String words() {
            return Texts.text("hours.range", Texts.time(from), Texts.time(until));
        }

        public int fromMinute() {
            return from.toSecondOfDay() / 60;
        }

        /** At most 24 × 60. */
        public int untilMinute() {
            return until.equals(LocalTime.MIDNIGHT) ? 24 * 60 : until.toSecondOfDay() / 60;
        }
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public List<Hours> hours() {
        return Objects.requireNonNullElse(openingHours, List.of());
    }

    public List<Chair> allChairs() {
        return Objects.requireNonNullElse(chairs, List.of());
    }

    public List<Device> allDevices() {
        return Objects.requireNonNullElse(devices, List.of());
    }

    /** What the clinic's people call a device; empty if it has it no more. */
    public Optional<String> deviceName(@Nullable String deviceId) {
        return allDevices().stream()
                .filter(it -> it.id().equals(deviceId))
                .map(Device::name)
                .findFirst();
    }

    public List<LocalDate> closed() {
        return Objects.requireNonNullElse(closedDays, List.of());
    }

    public boolean isClosedOn(LocalDate day) {
        return closed().contains(day);
    }

    /** Whether it is open for good on a local day; single closed days don't matter. */
    public boolean isRunningOn(LocalDate day) {
        return closedFrom == null || day.isBefore(closedFrom);
    }

    public String near() {
        return latitude + "," + longitude;
    }

    /** Where a map shows it. */
    public String mapLink() {
        return String.format(
                Locale.ROOT,
                "https://www.openstreetmap.org/?mlat=%1$.5f&mlon=%2$.5f#map=16/%1$.5f/%2$.5f",
                latitude,
                longitude);
    }

    /** As the crow flies. */
    public double kilometresTo(double otherLatitude, double otherLongitude) {
        double north = Math.toRadians(otherLatitude - latitude) / 2;
        double east = Math.toRadians(otherLongitude - longitude) / 2;
        double half = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(otherLatitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
    }
}
