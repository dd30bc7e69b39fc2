package io.hairline.launcher.tour;

import static io.hairline.launcher.tour.TourState.BERLIN;
import static io.hairline.launcher.tour.TourState.DESK;
import static io.hairline.launcher.tour.TourState.HOME;
import static io.hairline.launcher.tour.TourState.must;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** All sessions are booked at once, paid for and held. */
final class CourseChapters {

    private final TourState tour;
    private final Franchise brand;

    CourseChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(new Chapter("All three sessions at once, with time to heal; a deposit", this::bookCourse));
    }

    List<Chapter> sessions() {
        return List.of(
                new Chapter("First session", () -> treat(0)),
                new Chapter("Second session", () -> treat(1)),
                new Chapter("Third session: the course is complete, and the touch-up planned", () -> treat(2)));
    }

    private void bookCourse() {
        Answer booked = brand.done(
                DESK,
                "/courses",
                Map.of(
                        "clientId", tour.client,
                        "planId", tour.plan,
                        "propose", Map.of("from", tour.today().plusDays(2).toString(), "clinicIds", List.of(HOME))));
        tour.course = booked.text("id");
        booked.body()
                .path("sessions")
                .forEach(it -> tour.sessions.add(it.path("appointmentId").asString()));
        must(tour.sessions.size() == TourState.PRICES.size(), "three sessions are booked");
        tour.paidIn = YearMonth.from(LocalDate.ofInstant(tour.now(), BERLIN));
        brand.done(
                DESK,
                "/payments",
                Map.of(
                        "courseId",
                        tour.course,
                        "amount",
                        Map.of("amount", "460.00", "currency", "EUR"),
                        "tax",
                        Map.of("amount", "73.45", "currency", "EUR"),
                        "method",
                        "CARD"));
    }

    private void treat(int number) {
        String appointment = tour.sessions.get(number);
        Answer planned = brand.get(DESK, "/appointments/" + appointment);
        tour.moveTo(Instant.parse(planned.text("startsAt")));
        brand.done(DESK, "/appointments/" + appointment + "/check-in", Map.of("reasonCode", "ARRIVED"));
        String artist = "practitioner-" + numberOf(planned.text("practitionerId"));
        Answer ready = brand.get(artist, "/readiness/" + appointment);
        must(!ready.text("light").equals("RED"), "the light isn't red: " + ready.body());
        String session = brand.done(artist, "/sessions", Map.of("appointmentId", appointment))
                .text("id");
        tour.awaitStatus(appointment, "IN_CHAIR");
        brand.done(
                artist,
                "/sessions/" + session + "/complete",
                Map.of(
                        "zones",
                        List.of(
                                Map.of("zone", "FRONTAL_HAIRLINE", "density", 18),
                                Map.of("zone", "CROWN", "density", 24)),
                        "needle",
                        Map.of("configuration", "3RL", "lotId", tour.needle),
                        "pigments",
                        List.of(
                                Map.of("lotId", tour.pigment, "millilitres", 1.2, "dilution", 12),
                                Map.of("lotId", tour.secondPigment, "millilitres", 0.3, "dilution", 12)),
                        "depthMillimetres",
                        0.7,
                        "painScore",
                        3,
                        "numbing",
                        Map.of("used", false),
                        "notes",
                        "Healed well."));
        tour.awaitStatus(appointment, "COMPLETED");
        brand.get(DESK, "/lots?clinicId=" + HOME);
    }

    static int numberOf(String practitionerId) {
        for (int number = 1; number <= DemoIds.PRACTITIONERS; number++) {
            if (DemoIds.practitioner(number).value().equals(practitionerId)) {
                return number;
            }
        }
        throw new LauncherException("Not a practitioner of the demo: " + practitionerId);
    }
}
