package io.hairline.launcher.history;

import io.hairline.launcher.machine.LauncherException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays the history of one client, step by step, each as the person who does it and at its time. */
final class HistoryPlayer {

    private static final Duration BOOKED_AHEAD = Duration.ofDays(6);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final List<String> NORWOOD = List.of("II", "III", "III_VERTEX", "IV", "V");
    private static final List<String> FITZPATRICK = List.of("I", "II", "III", "IV", "V", "VI");
    private static final List<String> SKIN = List.of("NORMAL", "OILY", "DRY", "COMBINATION");

    private final ClientSteps steps;
    private final ClientPapers papers;
    private final PastCourse course;
    private final @Nullable TouchUpPlayer touchUp;

    HistoryPlayer(ClientSteps steps, ClientPapers papers, PastCourse course, @Nullable TouchUpPlayer touchUp) {
        this.steps = steps;
        this.papers = papers;
        this.course = course;
        this.touchUp = touchUp;
    }

    /** What is still to come and can't be had any more is left out: such a client hasn't booked yet. */
    void play() {
        try {
            begin();
        } catch (BackdatedClient.Taken e) {
            if (steps.history.isOver()) {
                throw new LauncherException("A past appointment met another one: " + e.getMessage(), e);
            }
        }
    }

    private void begin() {
        PastVisit visit = steps.history.consultation();
        Instant start = steps.startOf(visit);
        Map<String, Object> wish = steps.place(visit);
        wish.put("clientId", steps.client);
        String appointment = steps.book(steps.earlier(start.minus(BOOKED_AHEAD)), "book", "/appointments", wish)
                .path("id")
                .asString();
        switch (visit.ending()) {
            case NO_SHOW -> steps.move(appointment, start.plus(QUARTER.multipliedBy(2)), "no-show", "DID_NOT_COME");
            case CANCELLED ->
                steps.move(
                        appointment,
                        start.minus(Duration.ofHours(20 + steps.random.nextInt(80))),
                        "cancel",
                        "CLIENT_REQUEST");
            case COMPLETED -> consult(appointment, start);
            case UPCOMING -> {}
        }
    }

    /** The first client's consultation also has the examination, the history, the wish and the expectations. */
    private Map<String, Object> findings(String appointment) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "appointmentId",
                appointment,
                "indication",
                "RECEDING",
                "norwood",
                steps.anyOf(NORWOOD),
                "fitzpatrick",
                steps.isFirst() ? "II" : steps.anyOf(FITZPATRICK),
                "skin",
                steps.isFirst() ? "OILY" : steps.anyOf(SKIN),
                "goals",
                "A natural hairline.",
                "hairline",
                Map.of("style", "SOFT", "browDistanceMillimetres", 68, "shade", "Ash 3")));
        if (steps.isFirst()) {
            all.put("hairLoss", Map.of("sinceYear", 2016, "course", "SLOW", "earlierTreatments", List.of("MINOXIDIL")));
            all.put("wish", Map.of("shape", "WITH_RECESSION", "density", "MEDIUM", "colour", "DARK_BROWN"));
            all.put(
                    "examination",
                    Map.of("signs", List.of("THIN_SKIN"), "note", "No scar; the skin is thin at the temples."));
            all.put(
                    "expectations",
                    Map.of(
                            "clientSaid",
                            "It should look as if I shaved this morning.",
                            "toldRealistic",
                            "From arm's length yes; close up it stays a picture of hair."));
        }
        return all;
    }

    private void consult(String appointment, Instant start) {
        steps.move(appointment, start.minus(Duration.ofMinutes(5)), "check-in", "ARRIVED");
        String consultation = steps.treat(start.plus(QUARTER), "consult", "/consultations", findings(appointment));
        steps.treat(
                start.plus(QUARTER),
                "hairline",
                "/consultations/" + consultation + "/hairline-approval",
                Map.of("signature", ClientPapers.signature()));
        if (!steps.history.sessions().isEmpty()) {
            Instant signed = start.plus(QUARTER.multipliedBy(2));
            papers.sign(
                    steps.key(""),
                    steps.history.clinicCode(),
                    steps.client,
                    steps.practitioner,
                    signed,
                    steps.earlier(signed.plus(2, ChronoUnit.DAYS)),
                    steps.isFirst());
            course.play(appointment, start.plus(QUARTER.multipliedBy(3)));
            if (touchUp != null) {
                touchUp.play();
            }
        }
    }
}
