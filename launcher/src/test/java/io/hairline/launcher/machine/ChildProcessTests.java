package io.hairline.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTests {

    @TempDir
    Path folder = Path.of("");

    @Test
    void isFoundAgainByItsFileAlone() {
        ChildProcess sleeper = start("sleep", "60");

        ChildProcess found = new ChildProcess(sleeper.pidFile());

        assertThat(found.isAlive()).isTrue();
        found.stop(Duration.ofSeconds(5));
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(sleeper.pidFile()).doesNotExist();
    }

    @Test
    void leavesAnotherProgramAloneThatGotTheSameId() throws IOException {
        ChildProcess sleeper = start("sleep", "60");
        ProcessHandle handle = sleeper.find().orElseThrow();
        Path old = Files.writeString(folder.resolve("old"), handle.pid() + " 1000\n");

        new ChildProcess(old).kill();

        assertThat(handle.isAlive()).isTrue();
        sleeper.kill();
    }

    @Test
    void endsWhatRefusesToEnd() {
        ChildProcess stubborn = start("sh", "-c", "trap '' TERM; while :; do sleep 1; done");
        ProcessHandle handle = stubborn.find().orElseThrow();

        stubborn.stop(Duration.ofMillis(300));

        assertThat(handle.isAlive()).isFalse();
    }

    @Test
    void tellsTheChildItsSettings() {
        start(Map.of("SECRET_OF_MINE", "in the environment"), "sh", "-c", "echo $SECRET_OF_MINE");

        Path log = folder.resolve("log");
        assertThat(Waiting.until(Duration.ofSeconds(5), () -> read(log).contains("in the environment")))
                .isTrue();
    }

    private ChildProcess start(String... command) {
        return start(Map.of(), command);
    }

    private ChildProcess start(Map<String, String> environment, String... command) {
        return ChildProcess.start(folder.resolve("pid"), folder.resolve("log"), environment, List.of(command));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
