package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * One clinic's day up to now: of the appointments in its diary some clients came and were seen, some wait, some didn't come
 * and some cancelled late. What belongs to a course is a matter of its {@link HistoryPlayer}.
 */
final class TodaysVisits {

    private static final String BOOKING = "booking";
    private static final Duration WAITS_FROM = Duration.ofMinutes(40);
    private static final Duration AFTER_GRACE = Duration.ofMinutes(20);
    private static final Duration LATE = Duration.ofHours(2);
    private static final int PERCENT_CANCELLED = 6;
    private static final int PERCENT_NO_SHOW = 12;
    private static final int PERCENT_EARLY = 80;

    private final BackdatedClient client;
    private final String clinicId;
    private final LocalDate today;
    private final String desk;
    private final Instant now;

    TodaysVisits(BackdatedClient client, String clinicCode, DemoClinic clinic, Instant now) {
        this.client = client;
        this.clinicId = clinic.id();
        this.today = LocalDate.ofInstant(now, clinic.zone());
        this.desk = "desk-" + clinicCode.toLowerCase(Locale.ROOT);
        this.now = now;
    }

    void play() {
        client.get(BOOKING, desk, "/appointments?clinicId=%s&date=%s&limit=100".formatted(clinicId, today))
                .path("items")
                .forEach(this::play);
    }

    private void play(JsonNode appointment) {
        if (!appointment.path("status").asString("").equals("CONFIRMED")
                || !appointment.path("courseId").asString("").isEmpty()) {
            return;
        }
        Instant start =
                Instant.from(OffsetDateTime.parse(appointment.path("startsAt").asString()));
        int chance = Math.floorMod(appointment.path("id").asString().hashCode(), 100);
        if (chance < PERCENT_CANCELLED) {
            move(appointment, earlier(start).minus(LATE), "cancel", "CLIENT_REQUEST");
        } else if (chance < PERCENT_NO_SHOW && start.plus(AFTER_GRACE).isBefore(now)) {
            move(appointment, start.plus(AFTER_GRACE), "no-show", "DID_NOT_COME");
        } else if (start.isBefore(now)
                || (chance < PERCENT_EARLY && start.minus(WAITS_FROM).isBefore(now))) {
            move(appointment, earlier(start.minus(Duration.ofMinutes(10))), "check-in", "ARRIVED");
            seen(appointment, start);
        }
    }

    private void seen(JsonNode appointment, Instant start) {
        Instant end =
                Instant.from(OffsetDateTime.parse(appointment.path("endsAt").asString()));
        if (end.isBefore(now) && appointment.path("serviceCode").asString("").equals("CONSULTATION")) {
            client.post(
                    "treatment",
                    practitioner(appointment.path("practitionerId").asString()),
                    start.plus(AFTER_GRACE),
                    key(appointment, "consult"),
                    "/consultations",
                    Map.of(
                            "appointmentId",
                            appointment.path("id").asString(),
                            "indication",
                            "RECEDING",
                            "norwood",
                            "III",
                            "fitzpatrick",
                            "II",
                            "skin",
                            "NORMAL",
                            "goals",
                            "A natural hairline.",
                            "hairline",
                            Map.of("style", "BROKEN", "browDistanceMillimetres", 72)));
        }
    }

    private void move(JsonNode appointment, Instant at, String what, String reasonCode) {
        client.post(
                BOOKING,
                desk,
                at,
                key(appointment, what),
                "/appointments/%s/%s".formatted(appointment.path("id").asString(), what),
                Map.of("reasonCode", reasonCode));
    }

    private Instant earlier(Instant at) {
        return at.isBefore(now) ? at : now;
    }

    private static String key(JsonNode appointment, String what) {
        return "today-" + appointment.path("id").asString() + "-" + what;
    }

    private static String practitioner(String id) {
        int number = IntStream.rangeClosed(1, DemoIds.PRACTITIONERS)
                .filter(it -> DemoIds.practitioner(it).value().equals(id))
                .findFirst()
                .orElseThrow();
        return "practitioner-" + number;
    }
}
