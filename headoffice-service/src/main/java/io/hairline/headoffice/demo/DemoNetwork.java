package io.hairline.headoffice.demo;

import io.hairline.contracts.headoffice.Hours;
import io.hairline.headoffice.clinic.ClinicDetails;
import io.hairline.headoffice.clinic.ClinicLocation;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the demo franchise is. */
final class DemoNetwork {

    static final Map<String, String> REGIONS =
            Map.of("EU", "Central Europe", "UKI", "United Kingdom and Ireland", "US", "United States");

    static final Map<String, String> OWNERS = Map.of(
            "NORD", "Nordlicht Studios GmbH",
            "DONAU", "Donau Scalp Studios GmbH",
            "ALBION", "Albion Hairline Clinics Ltd",
            "COAST", "Coast to Coast Scalp LLC");

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<Hours> LONG_WEEK = week(WEEKDAYS, "09:00", "19:00", "10:00", "16:00");
    private static final List<Hours> EARLY_WEEK = week(WEEKDAYS, "08:00", "18:00", "09:00", "15:00");

    /** A clinic to be opened. */
    record NewClinic(String code, String name, String region, String owner, ClinicLocation place, List<Hours> hours) {}

    static final List<NewClinic> CLINICS = List.of(
            clinic("BER", "Berlin Mitte", "EU", "NORD", "DE-BE", "Europe/Berlin", "EUR", 52.5244, 13.4105, LONG_WEEK),
            clinic("HAM", "Hamburg Altona", "EU", "NORD", "DE-HH", "Europe/Berlin", "EUR", 53.5503, 9.9920, LONG_WEEK),
            clinic("VIE", "Vienna Neubau", "EU", "DONAU", "AT-9", "Europe/Vienna", "EUR", 48.2043, 16.3483, EARLY_WEEK),
            clinic(
                    "LON",
                    "London Soho",
                    "UKI",
                    "ALBION",
                    "GB-LND",
                    "Europe/London",
                    "GBP",
                    51.5137,
                    -0.1337,
                    LONG_WEEK),
            clinic("MAN", "Manchester", "UKI", "ALBION", "GB-MAN", "Europe/London", "GBP", 53.4839, -2.2366, LONG_WEEK),
            clinic(
                    "DUB",
                    "Dublin Docks",
                    "UKI",
                    "ALBION",
                    "IE-D",
                    "Europe/Dublin",
                    "EUR",
                    53.3441,
                    -6.2433,
                    EARLY_WEEK),
            clinic("NYC", "New York", "US", "COAST", "US-NY", "America/New_York", "USD", 40.7411, -73.9897, LONG_WEEK),
            clinic(
                    "LAX",
                    "Los Angeles",
                    "US",
                    "COAST",
                    "US-CA",
                    "America/Los_Angeles",
                    "USD",
                    34.0736,
                    -118.4004,
                    LONG_WEEK));

    /** House numbers and phone numbers that nobody has. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "BER", "Linienstraße 901, 10119 Berlin",
            "HAM", "Große Bergstraße 905, 22767 Hamburg",
            "VIE", "Lindengasse 907, 1070 Wien",
            "LON", "912 Dean Street, London W1D 3RB",
            "MAN", "914 Thomas Street, Manchester M4 1ER",
            "DUB", "916 Hanover Quay, Dublin D02",
            "NYC", "9921 Broadway, New York, NY 10010",
            "LAX", "99024 Sunset Boulevard, Los Angeles, CA 90046");

    private static final Map<String, String> PHONES = Map.of(
            "BER", "+493023125100",
            "HAM", "+494066969100",
            "VIE", "+4315550100",
            "LON", "+442079460100",
            "MAN", "+441614960100",
            "DUB", "+35315550100",
            "NYC", "+12125550100",
            "LAX", "+12135550100");

    private DemoNetwork() {}

    static ClinicDetails details(NewClinic clinic) {
        return new ClinicDetails(
                clinic.name(),
                ADDRESSES.get(clinic.code()),
                PHONES.get(clinic.code()),
                clinic.place().latitude(),
                clinic.place().longitude());
    }

    private static NewClinic clinic(
            String code,
            String name,
            String region,
            String owner,
            String jurisdiction,
            String zone,
            String currency,
            double latitude,
            double longitude,
            List<Hours> hours) {
        return new NewClinic(
                code,
                name,
                region,
                owner,
                new ClinicLocation(jurisdiction, zone, currency, latitude, longitude),
                hours);
    }

    private static List<Hours> week(Set<DayOfWeek> days, String from, String until, String fromSat, String untilSat) {
        List<Hours> hours = on(days, from, until);
        hours.addAll(on(EnumSet.of(DayOfWeek.SATURDAY), fromSat, untilSat));
        return List.copyOf(hours);
    }

    static List<Hours> on(Set<DayOfWeek> days, String from, String until) {
        return days.stream()
                .map(it -> new Hours(it, LocalTime.parse(from), LocalTime.parse(until)))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }
}
