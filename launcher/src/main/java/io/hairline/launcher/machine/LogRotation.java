package io.hairline.launcher.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps logs small while their processes run: a small shell copies one that has grown too large to a file with {@code .1}
 * behind its name and empties it. It works for every process that appends to its log and doesn't rotate it by itself. What is
 * written between the copy and the emptying is lost.
 *
 * @param logs files of one folder, whether they exist yet or not
 * @param most in bytes, above which a log is rotated; two such files of each process exist at most
 * @param interval from one look to the next, a log may grow beyond the limit meanwhile
 */
public record LogRotation(Path pidFile, List<Path> logs, long most, Duration interval) {

    private static final String ROTATE = """
            most="$1"
            interval="$2"
            shift 2
            while sleep "$interval"; do
              for log; do
                if [ -f "$log" ] && [ "$(wc -c <"$log")" -gt "$most" ]; then
                  cp "$log" "$log.1" && : >"$log"
                fi
              done
            done
            """;

    public void start() {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", ROTATE, "rotation", String.valueOf(most), String.valueOf(interval.toSeconds())));
        logs.forEach(it -> command.add(it.toString()));
        ChildProcess.start(pidFile, logs.getFirst().resolveSibling("rotation.log"), Map.of(), command);
    }

    public ChildProcess process() {
        return new ChildProcess(pidFile);
    }
}
