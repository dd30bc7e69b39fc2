package io.hairline.launcher.tour;

import static io.hairline.launcher.tour.TourState.must;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The third session is in Hamburg; moving the second one brings it too close, and Hamburg holds three other times. */
final class ReplanChapters {

    private static final String OTHER = DemoIds.clinic("HAM").value();
    private static final String DESK_OF_OTHER = "desk-ham";
    private static final int DAYS_BETWEEN = 3;
    private static final int DAYS_LOOKED_AT = 30;

    private final TourState tour;
    private final Franchise brand;

    ReplanChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(new Chapter(
                "Moving the second session re-plans the third in another clinic, with times that are held",
                this::replan));
    }

    private void replan() {
        String office = TourState.HEAD_OFFICE;
        String second = tour.sessions.get(1);
        String third = tour.sessions.get(2);
        LocalDate before = day(brand.glance(office, "/appointments/" + second).body());
        Answer inHamburg = move(third, free(OTHER, "SESSION_3", before.plusDays(14)));
        LocalDate day = day(inHamburg.body());
        Answer moved = move(second, free(TourState.HOME, "SESSION_2", day.minusDays(DAYS_BETWEEN)));
        JsonNode replan = moved.body().path("replan");
        must(
                replan.size() == 1
                        && replan.path(0).path("appointmentId").asString().equals(third),
                "the third session has to move");
        JsonNode offers = replan.path(0).path("offers");
        must(
                offers.size() > 0
                        && offers.valueStream()
                                .allMatch(it -> it.path("clinicId").asString().equals(OTHER)),
                "Hamburg holds times for it");
        Answer late = brand.post(DESK_OF_OTHER, "/holds", TourState.place(offers.path(0)));
        must(late.status() == 409, "nobody else can have a time that is held");
        brand.done(
                office,
                "/courses/" + tour.course + "/replan",
                Map.of(
                        "moves",
                        List.of(Map.of(
                                "appointmentId", third,
                                "holdId", offers.path(0).path("holdId").asString(),
                                "holdToken", offers.path(0).path("holdToken").asString()))));
        LocalDate last = day(brand.get(office, "/appointments/" + third).body());
        tour.printer.say("For the rest of the tour the third session goes back to Berlin.");
        must(
                move(third, free(TourState.HOME, "SESSION_3", last))
                        .body()
                        .path("replan")
                        .isEmpty(),
                "nothing follows the last session");
    }

    private Answer move(String appointment, JsonNode slot) {
        Map<String, Object> place = new HashMap<>(TourState.place(slot));
        place.remove("serviceCode");
        place.put("reasonCode", "CLIENT_REQUEST");
        return brand.done(TourState.HEAD_OFFICE, "/appointments/" + appointment + "/reschedule", place);
    }

    private JsonNode free(String clinic, String service, LocalDate from) {
        return brand.glance(
                        TourState.HEAD_OFFICE,
                        "/availability?serviceCode=%s&clinicId=%s&clientId=%s&from=%s&to=%s&limit=1"
                                .formatted(service, clinic, tour.client, from, from.plusDays(DAYS_LOOKED_AT)))
                .first();
    }

    private static LocalDate day(JsonNode appointment) {
        return LocalDate.parse(appointment.path("localStart").asString().substring(0, 10));
    }
}
