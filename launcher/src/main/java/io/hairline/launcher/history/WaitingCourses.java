package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.history.PastVisit.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Somebody in one clinic has just agreed to a plan: the course's times are kept until the deposit is there. */
final class WaitingCourses {

    private static final String BOOKING = "booking";
    private static final String TREATMENT = "treatment";
    /** The catalogue prices the sessions by these. */
    private static final List<String> ZONES = List.of("FRONTAL_HAIRLINE", "FORELOCK", "MID_SCALP", "CROWN");

    private static final List<Integer> DENSITIES = List.of(40, 60, 60);
    /** The weeks before are full. */
    private static final int STARTS_IN_DAYS = 16;

    private static final Duration AGREED_AGO = Duration.ofHours(3);
    private static final Duration BOOKED_AGO = Duration.ofHours(2);

    private final BackdatedClient api;
    private final String clinicCode;
    private final DemoClinic clinic;
    private final Instant now;

    WaitingCourses(BackdatedClient api, String clinicCode, DemoClinic clinic, Instant now) {
        this.api = api;
        this.clinicCode = clinicCode;
        this.clinic = clinic;
        this.now = now;
    }

    /** A client whose consultation led to nothing yet, the latest first; nobody if there is none. */
    static Optional<ClientHistory> decided(String clinicCode, LocalDate today) {
        return HistoryGenerator.until(today).stream()
                .filter(it -> it.clinicCode().equals(clinicCode))
                .filter(it -> it.consultation().ending() == Ending.COMPLETED
                        && it.sessions().isEmpty())
                .max(Comparator.comparing(it -> it.consultation().day()));
    }

    void keepOne() {
        decided(clinicCode, LocalDate.ofInstant(now, ZoneOffset.UTC)).ifPresent(it -> {
            try {
                keepFor(it);
            } catch (BackdatedClient.Taken _) {
                // No practitioner has three free days in those weeks.
            }
        });
    }

    private void keepFor(ClientHistory history) {
        String client = DemoIds.client(history.client()).value();
        String desk = "desk-" + clinicCode.toLowerCase(Locale.ROOT);
        Optional<String> consultation = consultation(desk, client);
        if (consultation.isEmpty()) {
            return;
        }
        String artist = "practitioner-" + history.practitioner();
        List<Map<String, Object>> sessions = new ArrayList<>();
        for (int number = 1; number <= DENSITIES.size(); number++) {
            sessions.add(
                    Map.of("serviceCode", "SESSION_" + number, "zones", ZONES, "density", DENSITIES.get(number - 1)));
        }
        Map<String, ?> proposed = Map.of(
                "clientId",
                client,
                "consultationAppointmentId",
                consultation.get(),
                "kind",
                "PERMANENT",
                "sessions",
                sessions);
        String plan = api.post(TREATMENT, artist, now.minus(AGREED_AGO), key("plan"), "/plans", proposed)
                .path("id")
                .asString();
        Map<String, ?> signed = Map.of("signature", ClientPapers.signature());
        api.post(TREATMENT, artist, now.minus(AGREED_AGO), key("accept"), "/plans/" + plan + "/accept", signed);
        String from =
                LocalDate.ofInstant(now, clinic.zone()).plusDays(STARTS_IN_DAYS).toString();
        Map<String, ?> wish = Map.of(
                "clientId", client, "planId", plan, "propose", Map.of("from", from, "clinicIds", List.of(clinic.id())));
        api.post(BOOKING, desk, now.minus(BOOKED_AGO), key("course"), "/courses", wish);
    }

    private Optional<String> consultation(String desk, String client) {
        Stream<JsonNode> appointments = api.get(BOOKING, desk, "/appointments?clientId=" + client)
                .path("items")
                .valueStream();
        return appointments
                .filter(it -> it.path("serviceCode").asString().equals("CONSULTATION")
                        && it.path("status").asString().equals("COMPLETED"))
                .map(it -> it.path("id").asString())
                .findFirst();
    }

    private String key(String step) {
        return "waiting-course-" + clinicCode + "-" + step;
    }
}
