package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.RunningDemo;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.system.Service;
import io.hairline.launcher.tour.TourChapters;
import io.hairline.launcher.tour.TourPrinter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The main flow with two instances of every service comes to the same as with one. */
@Tag("long")
@ResourceLock("demo")
class TwinsIT {

    private static final List<ChildProcess> TWINS = new ArrayList<>();

    private final RunningDemo demo = RunningDemo.get();

    @AfterAll
    static void stopTwins() {
        TWINS.forEach(it -> it.stop(Duration.ofSeconds(20)));
    }

    @Test
    void comeToTheSameAsOne() {
        List<String> alone = outcome(walk());
        Service.ALL.stream()
                .filter(Service::stores)
                .forEach(it -> TWINS.add(demo.startTwin(it).process()));

        String client = walk();

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(outcome(client)).isEqualTo(alone));
        assertThat(alone)
                .as("the tour ends after New York has treated")
                .contains("TOUCH_UP_DUE EMAIL SENT", "touch-up CLOSED");
    }

    /**
     * What doesn't depend on how fast the clock was moved: a message whose use was long over when it would have been planned
     * never is.
     */
    private List<String> outcome(String client) {
        Outcome ofClient = new Outcome(demo, client);
        List<String> outcome = new ArrayList<>(ofClient.visits());
        outcome.addAll(ofClient.messages(
                it -> it.path("template").asString("").equals("TOUCH_UP_DUE"), "template", "channel", "status"));
        return outcome;
    }

    private String walk() {
        TourPrinter printer = new TourPrinter(System.out);
        try (TourChapters flow = new TourChapters(demo.portal(), demo.password(), printer)) {
            flow.walk();
            return flow.client();
        }
    }
}
