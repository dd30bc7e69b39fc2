package io.hairline.launcher.system;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A service's jar, unpacked, because that starts faster, and with a cache of the JVM's own work (JEP 483, 514, 515) as
 * soon as a run could be recorded. A new build makes both anew; a running system doesn't notice the build.
 *
 * @param folder where it is unpacked
 */
public record Application(ProjectFolder project, Service service, Path folder) {

    /** As {@code hairline up} runs it. */
    public Application(ProjectFolder project, Service service) {
        this(project, service, project.hairline("apps", service.name()));
    }

    private Path jar() {
        return folder.resolve(service.module() + ".jar");
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    public boolean isRecorded() {
        return Files.exists(cache());
    }

    public void unpack() {
        Path built = built();
        try {
            String stamp = contents(built) + " " + System.getProperty("java.vm.version");
            Path stampFile = folder.resolve("stamp");
            if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
                return;
            }
            ProjectFolder.delete(folder);
            Path log = ProjectFolder.made(project.hairline("logs")).resolve("unpack.log");
            Process extract = new ProcessBuilder(
                            ChildProcess.java(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            built.toString(),
                            "extract",
                            "--destination",
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (extract.waitFor() != 0) {
                throw new Trouble(service.name() + " couldn't be unpacked; why is in " + log);
            }
            Files.move(folder.resolve(built.getFileName()), jar());
            Files.writeString(stampFile, stamp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.");
        }
    }

    /** Told by the checksums that lie in the jar anyway: builds are reproducible, so its time never changes. */
    private static String contents(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return Integer.toHexString(
                    zip.stream().map(it -> it.getName() + it.getCrc()).toList().hashCode());
        }
    }

    private Path built() {
        Path target = project.root().resolve(service.module()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(
                            it -> it.getFileName().toString().matches(service.module() + "-[0-9].*(?<!sources)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> notBuilt());
        } catch (IOException e) {
            throw notBuilt();
        }
    }

    private Trouble notBuilt() {
        return new Trouble("%s isn't built. Build it: ./mvnw -pl %s -am package -DskipTests"
                .formatted(service.name(), service.module()));
    }

    public List<String> command() {
        List<String> command = java();
        if (isRecorded()) {
            command.add("-XX:AOTCache=" + cache());
        }
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    private List<String> java() {
        List<String> java = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx" + service.heap() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        java.addAll(ChildProcess.moreJavaOptions());
        return java;
    }

    /**
     * Records one start up to the moment before it would serve, or as far as it comes; the JVM vouches for the file.
     * Only the quick compiler takes part: with profiles in the recording, each start would compile for seconds.
     */
    public void record(Map<String, String> settings) {
        List<String> command = java();
        Path fresh = folder.resolve("fresh.aot");
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCacheOutput=" + fresh,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                jar().toString()));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(project.hairline("logs", service.name() + "-recording.log")
                            .toFile());
            builder.environment().putAll(settings);
            builder.environment().putAll(Map.of("SERVER_PORT", "0", "MANAGEMENT_SERVER_PORT", "0"));
            Process recording = builder.start();
            if (!recording.waitFor(3, TimeUnit.MINUTES)) {
                recording.destroyForcibly();
            } else if (Files.exists(fresh)) {
                Files.move(fresh, cache());
            }
        } catch (IOException e) {
            // It starts without a cache too, only slower.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
