package io.hairline.launcher.tour;

import static io.hairline.launcher.tour.TourState.AWAY;
import static io.hairline.launcher.tour.TourState.BERLIN;
import static io.hairline.launcher.tour.TourState.HOME;
import static io.hairline.launcher.tour.TourState.MANAGER;
import static io.hairline.launcher.tour.TourState.must;
import static io.hairline.launcher.tour.TourState.place;

import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Years later the touch-up is due, and is booked in another region. */
final class TouchUpChapters {

    /** Until the appointment, so that a patch test can be placed and read before it. */
    private static final int DAYS_FOR_A_PATCH_TEST = 4;

    private final TourState tour;
    private final Franchise brand;

    TouchUpChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(
                new Chapter("Four years later the touch-up is due, and the client is told", this::fallDue),
                new Chapter("The client books it in another region", this::bookTouchUp));
    }

    private void fallDue() {
        Answer planned = brand.eventually(
                MANAGER,
                "/touch-ups?clientId=" + tour.client,
                "a touch-up is planned",
                it -> it.path("items").path(0).path("status").asString("").equals("PLANNED"));
        tour.touchUp = planned.first().path("id").asString();
        tour.due = LocalDate.parse(planned.first().path("window").path("due").asString());
        tour.moveTo(tour.due.atTime(10, 30).atZone(BERLIN).toInstant());
        tour.rememberBookings("US", tour.due);
        brand.eventually(
                MANAGER,
                "/touch-ups?clientId=" + tour.client,
                "the touch-up is due",
                it -> List.of("DUE", "CONTACTED")
                        .contains(it.path("items").path(0).path("status").asString("")));
        brand.eventually(
                MANAGER,
                "/messages?clientId=" + tour.client,
                "the client is told by mail",
                it -> it.path("items")
                        .valueStream()
                        .anyMatch(
                                message -> message.path("template").asString("").equals("TOUCH_UP_DUE")
                                        && message.path("channel").asString("").equals("EMAIL")
                                        && List.of("SENT", "DELIVERED")
                                                .contains(message.path("status").asString(""))));
        tour.printer.say("The mail itself lies in the demo's mailbox: open /demo in the portal as staff.");
    }

    private void bookTouchUp() {
        LocalDate from = tour.today().plusDays(DAYS_FOR_A_PATCH_TEST);
        JsonNode slot = brand.get(
                        Franchise.VISITOR,
                        "/availability?serviceCode=TOUCH_UP&clinicId=%s&from=%s&to=%s&limit=1"
                                .formatted(AWAY, from, from.plusDays(30)))
                .first();
        Map<String, Object> wish = new HashMap<>(place(slot));
        wish.put("clientId", tour.client);
        tour.touchUpAppointment =
                brand.done(tour.visitor, "/appointments", wish).text("id");
        brand.eventually(
                MANAGER,
                "/touch-ups?clientId=" + tour.client,
                "the touch-up is booked",
                it -> it.path("items").path(0).path("status").asString("").equals("BOOKED"));
        Answer worklist = brand.get(MANAGER, "/touch-ups?clinicId=" + HOME + "&status=DUE");
        must(!worklist.body().toString().contains(tour.touchUp), "it is off the worklist");
        Answer chart = brand.get("practitioner-15", "/charts/" + tour.client);
        must(chart.status() == 200, "the clinic that the client chose sees the chart");
        Answer stranger = brand.get("practitioner-18", "/charts/" + tour.client);
        must(stranger.status() == 404, "a clinic that the client didn't choose doesn't");
        Answer log = brand.get(MANAGER, "/access-log?clientId=" + tour.client);
        must(log.body().toString().contains("CLIENT_BOOKING"), "the access log says who read it, and why");
    }
}
