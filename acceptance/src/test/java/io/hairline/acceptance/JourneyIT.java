package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.RunningDemo;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Service;
import io.hairline.launcher.tour.TourChapters;
import io.hairline.launcher.tour.TourPrinter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** From a consultation to a touch-up in another region, as {@code hairline tour} walks it. */
@ResourceLock("demo")
@ResourceLock("services")
class JourneyIT {

    private static final List<String> KILLED =
            List.of("booking", "treatment", "notification", "headoffice", "identity");
    private static final String KILLED_ONCE = "treatment";
    private static final int KILLED_BEFORE = 3;
    private static final String SOMEBODY = "head-office";

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void goesOnThoughAServiceIsKilledOnTheWay() {
        try (TourChapters flow = flow()) {
            List<TourChapters.Chapter> chapters = flow.chapters();
            assertThat(chapters).hasSizeGreaterThan(KILLED_BEFORE);
            for (int index = 0; index < chapters.size(); index++) {
                if (index == KILLED_BEFORE) {
                    killAndStart(KILLED_ONCE);
                }
                flow.walk(chapters.get(index));
            }
        }
    }

    @Test
    @Tag("long")
    void goesOnThoughEveryServiceIsKilledBeforeEveryChapter() {
        try (TourChapters flow = flow()) {
            for (TourChapters.Chapter chapter : flow.chapters()) {
                KILLED.forEach(this::killAndStart);
                await().atMost(Duration.ofMinutes(2))
                        .ignoreExceptions()
                        .until(() -> !demo.token(SOMEBODY).isEmpty());
                flow.walk(chapter);
            }
        }
    }

    private TourChapters flow() {
        return new TourChapters(demo.portal(), demo.password(), new TourPrinter(System.out));
    }

    private void killAndStart(String name) {
        LocalSystem system = demo.system();
        Service service = Service.ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        system.process(service).process().kill();
        system.startAgain(service, true);
    }
}
