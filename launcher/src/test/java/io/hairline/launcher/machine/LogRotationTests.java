package io.hairline.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTests {

    private static final int LIMIT = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    Path folder = Path.of("");

    private Path log = Path.of("");
    private LogRotation rotation = new LogRotation(Path.of(""), List.of(), LIMIT, Duration.ZERO);

    @BeforeEach
    void start() {
        log = ProjectFolder.made(folder.resolve("logs")).resolve("server.log");
        rotation = new LogRotation(
                folder.resolve("pid"), List.of(log, log.resolveSibling("later.log")), LIMIT, Duration.ofSeconds(1));
        rotation.start();
    }

    @AfterEach
    void stop() {
        rotation.process().stop(Duration.ofSeconds(5));
    }

    @Test
    void boundsTheLogOfAProcessThatNeverStopsWriting() {
        ChildProcess talkative = ChildProcess.start(
                folder.resolve("talkative"),
                log,
                Map.of(),
                List.of("sh", "-c", "while :; do echo 0123456789012345678901234567890123456789; sleep 0.01; done"));

        boolean rotated = Waiting.until(PATIENCE, () -> size(log.resolveSibling("server.log.1")) > LIMIT);
        boolean startedAnew = Waiting.until(PATIENCE, () -> size(log) < LIMIT);
        boolean stillWritten = Waiting.until(PATIENCE, () -> size(log) > LIMIT / 2);
        talkative.kill();

        assertThat(rotated).isTrue();
        assertThat(startedAnew).isTrue();
        assertThat(stillWritten).isTrue();
    }

    @Test
    void leavesSmallLogsAlone() throws IOException, InterruptedException {
        Files.writeString(log, "one line\n");

        Thread.sleep(Duration.ofMillis(1_500));

        assertThat(log).hasContent("one line\n");
        assertThat(log.resolveSibling("server.log.1")).doesNotExist();
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
