package io.hairline.launcher.tour;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.machine.LauncherException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the chapters share: the franchise, its clock, and the ids of what the tour's client has by then. */
final class TourState {

    static final String HOME = DemoIds.clinic("BER").value();
    static final String AWAY = DemoIds.clinic("NYC").value();
    static final String ARTIST = "practitioner-1";
    static final String DESK = "desk-ber";
    static final String MANAGER = "manager-ber";
    static final String HEAD_OFFICE = "head-office";
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final List<String> PRICES = List.of("950.00", "750.00", "600.00");

    private static final int DAYS_LOOKED_AT = 60;

    final Franchise brand;
    final TourPrinter printer;
    final String mark = UUID.randomUUID().toString().substring(0, 8);
    final String visitor = "visitor " + mark;
    final List<String> sessions = new ArrayList<>();
    String client = "";
    String consultation = "";
    String plan = "";
    String course = "";
    String pigment = "";
    String needle = "";
    /** Mixed into the cups of the first clinic. */
    String secondPigment = "";

    String touchUp = "";
    String touchUpAppointment = "";
    LocalDate began = LocalDate.EPOCH;
    LocalDate due = LocalDate.EPOCH;
    YearMonth paidIn = YearMonth.of(1970, 1);

    private final Map<String, Double> bookingsBefore = new HashMap<>();

    TourState(Franchise brand, TourPrinter printer) {
        this.brand = brand;
        this.printer = printer;
    }

    Instant now() {
        return Instant.parse(brand.glance(HEAD_OFFICE, "/demo/clock").text("instant"));
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** Moves the demo's clock; it never goes back. */
    void moveTo(Instant instant) {
        if (instant.isAfter(now())) {
            brand.done(HEAD_OFFICE, "/demo/clock", Map.of("instant", instant.toString()));
        }
    }

    void awaitStatus(String appointment, String status) {
        brand.eventually(
                DESK,
                "/appointments/" + appointment,
                "the appointment is " + status,
                it -> it.path("status").asString("").equals(status));
    }

    /** Notes how many bookings head office counts in a region from a day on. */
    void rememberBookings(String region, LocalDate from) {
        bookingsBefore.put(
                region, bookings(brand.get(HEAD_OFFICE, dashboard(region, from)).body()));
    }

    void awaitMoreBookings(String region, LocalDate from) {
        brand.eventually(
                HEAD_OFFICE,
                dashboard(region, from),
                "the numbers of " + region + " moved",
                it -> bookings(it) > bookingsBefore.getOrDefault(region, 0.0));
    }

    private static String dashboard(String region, LocalDate from) {
        return "/dashboard?regionId=%s&from=%s&to=%s&period=month"
                .formatted(DemoIds.region(region).value(), from, from.plusDays(DAYS_LOOKED_AT));
    }

    private static double bookings(JsonNode dashboard) {
        return dashboard
                .path("tiles")
                .valueStream()
                .filter(it -> it.path("key").asString("").equals("bookings"))
                .mapToDouble(it -> it.path("value").asDouble())
                .sum();
    }

    /** The fields of a free slot with which it is held or booked. */
    static Map<String, Object> place(JsonNode slot) {
        Map<String, Object> place = new HashMap<>();
        for (String field : List.of("clinicId", "practitionerId", "chairId", "serviceCode", "startsAt")) {
            String value = slot.path(field).asString("");
            must(!value.isEmpty(), "there is a free slot");
            place.put(field, value);
        }
        return place;
    }

    static void must(boolean isSo, String what) {
        if (!isSo) {
            throw new LauncherException("It isn't so that " + what + ".");
        }
    }
}
