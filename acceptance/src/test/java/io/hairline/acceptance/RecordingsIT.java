package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.acceptance.world.RunningDemo;
import io.hairline.launcher.system.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The JVM says nothing of a recording that doesn't fit, and starts slowly. */
@ResourceLock(value = "demo", mode = ResourceAccessMode.READ)
class RecordingsIT {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void fitEveryService() throws IOException, InterruptedException {
        for (Service service : Service.ALL) {
            List<String> command = new ArrayList<>(demo.system().applications().command(service));
            command.set(command.size() - 1, "-version");
            command.add(1, "-XX:AOTMode=on");

            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as("%s: %s", service.name(), output).isZero();
            assertThat(command).anyMatch(it -> it.startsWith("-XX:AOTCache="));
        }
    }
}
