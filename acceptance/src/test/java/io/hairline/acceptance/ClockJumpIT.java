package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.launcher.tour.TourChapters;
import io.hairline.launcher.tour.TourPrinter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A client with a finished course, and ten years in which nobody does anything: at once, and in a hundred steps. */
@Tag("long")
@ResourceLock("demo")
class ClockJumpIT {

    /** Each of the hundred steps ends at the hour of the client's last session, when the client is awake. */
    private static final Duration TEN_YEARS = Duration.ofDays(3_700);

    private static final Duration A_MONTH_AND_A_DAY = Duration.ofDays(31);
    private static final int STEPS = 100;
    private static final String LAST_CHAPTER = "Third session";

    @Test
    void bringsTheSameTouchUpsAndMessagesAsAHundredSteps() {
        List<String> atOnce = outcomeAfter(1);
        List<String> inSteps = outcomeAfter(STEPS);

        assertThat(atOnce).isEqualTo(withoutYearlyQuestions(inSteps));
        assertThat(inSteps).anyMatch(ClockJumpIT::isYearlyQuestion);
        assertThat(atOnce).contains("touch-up LOST", "TOUCH_UP_DUE EMAIL SENT").noneMatch(it -> it.endsWith("PLANNED"));
    }

    /** A question about a year that is over isn't asked afterwards: how the colour looked then, nobody can say any more. */
    private static List<String> withoutYearlyQuestions(List<String> outcome) {
        return outcome.stream().filter(it -> !isYearlyQuestion(it)).toList();
    }

    private static boolean isYearlyQuestion(String line) {
        return line.startsWith("SELF_CHECK ");
    }

    /** Of the touch-ups, and of the messages that hadn't left when the ten years began. */
    private static List<String> outcomeAfter(int steps) {
        try (RunningDemo demo = RunningDemo.afresh("jump-" + steps)) {
            Outcome ofClient = new Outcome(demo, treated(demo));
            Set<String> before = settled(ofClient);
            Instant start = now(demo);
            for (int step = 1; step <= steps; step++) {
                moveTo(demo, start.plus(TEN_YEARS.multipliedBy(step).dividedBy(steps)));
                await().atMost(Duration.ofMinutes(2)).until(() -> isTold(ofClient));
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !toldOfTouchUps(ofClient).isEmpty() && isTold(ofClient));
            moveTo(demo, start.plus(TEN_YEARS).plus(A_MONTH_AND_A_DAY));
            await().atMost(Duration.ofMinutes(2)).until(() -> ofClient.visits().contains("touch-up LOST"));
            List<String> outcome = new ArrayList<>(ofClient.visits());
            outcome.addAll(ofClient.messages(
                    it -> !before.contains(it.path("id").asString("")), "template", "channel", "status"));
            return outcome;
        }
    }

    private static boolean isTold(Outcome ofClient) {
        return !ofClient.visits().contains("touch-up DUE")
                && toldOfTouchUps(ofClient).stream().noneMatch(Outcome.OPEN::contains);
    }

    /** The states of the messages that a touch-up is due. */
    private static List<String> toldOfTouchUps(Outcome ofClient) {
        return ofClient.messages(it -> it.path("template").asString("").equals("TOUCH_UP_DUE"), "status");
    }

    /** What was due at once has left. */
    private static Set<String> settled(Outcome ofClient) {
        Set<String> before = new HashSet<>();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> !before.addAll(ofClient.ended()) && !before.isEmpty());
        return before;
    }

    private static String treated(RunningDemo demo) {
        TourPrinter printer = new TourPrinter(System.out);
        try (TourChapters flow = new TourChapters(demo.portal(), demo.password(), printer)) {
            for (TourChapters.Chapter chapter : flow.chapters()) {
                flow.walk(chapter);
                if (chapter.title().startsWith(LAST_CHAPTER)) {
                    break;
                }
            }
            return flow.client();
        }
    }

    private static Instant now(RunningDemo demo) {
        return Instant.parse(demo.as("head-office").get("/demo/clock").text("instant"));
    }

    private static void moveTo(RunningDemo demo, Instant instant) {
        Api headOffice = demo.as("head-office");
        assertThat(headOffice
                        .post("/demo/clock", Map.of("instant", instant.toString()))
                        .status())
                .isEqualTo(200);
    }
}
