package io.hairline.portal.brand;

import io.hairline.portal.language.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
        @Nullable List<Device> devices,
        @Nullable Boolean numbing) {

    private static final int DAY = 24 * 60;
    private static final int LONGEST_PAUSE_DAYS = 60;

    /** Whether it offers to numb the skin. */
    public boolean offersNumbing() {
        return !Boolean.FALSE.equals(numbing);
    }

    /** A place to be treated in. */
    public record Chair(String id, String name) {}

    /** What only one appointment can use at a time. */
    public record Device(String id, String kind, String name) {

        public String kindName() {
            return CodeLabels.label("device", kind);
        }
    }

    /** A stretch in the clinic's wall time that begins on a weekday; an end that isn't later is on the next day. */
    public record Hours(DayOfWeek day, LocalTime from, LocalTime until) {

        public String dayName() {
            return Texts.weekday(day);
        }

        public String words() {
            return Texts.text("hours.range", Texts.time(from), Texts.time(until));
        }

        public int fromMinute() {
            return from.toSecondOfDay() / 60;
        }

        /** Counted from the midnight before its beginning: more than 24 × 60 where it ends on the next day. */
        public int untilMinute() {
            return until.toSecondOfDay() / 60 + (until.isAfter(from) ? 0 : DAY);
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

    /** What the clinic's people call a chair; empty if it has it no more. */
    public Optional<String> chairName(@Nullable String chairId) {
        return allChairs().stream()
                .filter(it -> it.id().equals(chairId))
                .map(Chair::name)
                .findFirst();
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

    /** Whether nobody can come on a local day: a weekday without opening hours, a closed day, or after it has closed for good. */
    public boolean isClosedOn(LocalDate day) {
        return closed().contains(day)
                || !isRunningOn(day)
                || hours().stream().noneMatch(it -> it.day() == day.getDayOfWeek());
    }

    /** The first day after the given one on which it opens; empty if that is further away than anybody plans. */
    public Optional<LocalDate> nextOpenDay(LocalDate after) {
        return after.plusDays(1)
                .datesUntil(after.plusDays(LONGEST_PAUSE_DAYS))
                .filter(it -> !isClosedOn(it))
                .findFirst();
    }

    /** Whether it is open for good on a local day; single closed days don't matter. */
    public boolean isRunningOn(LocalDate day) {
        return closedFrom == null || day.isBefore(closedFrom);
    }

    public String near() {
        return latitude + "," + longitude;
    }

    /** Calls it where a telephone shows the page; such links hold no spaces. */
    public String phoneLink() {
        return phone == null ? "" : "tel:" + phone.replaceAll("[^+0-9]", "");
    }

    /** Where a map shows it. */
    public String mapLink() {
        return String.format(
                Locale.ROOT,
                "https://www.openstreetmap.org/?mlat=%1$.5f&mlon=%2$.5f#map=16/%1$.5f/%2$.5f",
                latitude,
                longitude);
    }
}
