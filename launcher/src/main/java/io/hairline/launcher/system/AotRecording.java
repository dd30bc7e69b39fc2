package io.hairline.launcher.system;

import io.hairline.launcher.machine.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The JVM's memory of a start (JEP 483, 514, 515), good for every service whose class path begins with the recorded one;
 * the JVM vouches for that.
 *
 * @param like a service whose settings and heap will do while it is recorded
 */
public record AotRecording(Path file, Service like, List<Path> classPath, String mainClass) {

    private static final int MINUTES = 3;

    public boolean isThere() {
        return Files.exists(file);
    }

    /**
     * Records one start up to the moment before it would serve, or as far as it comes. Only the quick compiler takes part:
     * with profiles in the recording, each start would compile for seconds.
     */
    public void make(Map<String, String> settings, Path log) {
        Path fresh = file.resolveSibling("fresh-" + file.getFileName());
        List<String> command = java(like);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCacheOutput=" + fresh,
                "-Dspring.context.exit=onRefresh",
                "-cp",
                joined(classPath),
                mainClass));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(settings);
            builder.environment().putAll(Map.of("SERVER_PORT", "0", "MANAGEMENT_SERVER_PORT", "0"));
            Process recording = builder.start();
            if (!recording.waitFor(MINUTES, TimeUnit.MINUTES)) {
                recording.destroyForcibly();
            } else if (Files.exists(fresh)) {
                Files.move(fresh, file);
            }
        } catch (IOException e) {
            // Services start without it too, only slower.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<String> java(Service service) {
        List<String> java = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx" + service.heap() + "m",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=128m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        java.addAll(ChildProcess.moreJavaOptions());
        return java;
    }

    static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
