package io.hairline.acceptance.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder that looks like the project, all built, with a {@code .hairline} of its own: what is started in it disturbs
 * nobody who has Hairline up.
 */
public record Checkout(Path folder) {

    /**
     * Held while a whole system begins: it unpacks and records what others share, and takes all of a small machine, so that
     * nothing else there is as quick as its test expects.
     */
    static final Object BEGINNING = new Object();

    /** What a run of the script came to. */
    public record Outcome(int code, String output) {}

    public static Checkout make(String name) {
        Path root = ProjectFolder.find().root();
        Path folder = World.target().resolve(name);
        ProjectFolder.delete(folder);
        ProjectFolder.made(folder.resolve(".hairline/launcher"));
        try (Stream<Path> entries = Files.list(root)) {
            for (Path it : entries.toList()) {
                if (!List.of(".git", ".hairline", "hairline")
                        .contains(it.getFileName().toString())) {
                    Files.createSymbolicLink(folder.resolve(it.getFileName()), it);
                }
            }
            Checkout made = new Checkout(folder);
            made.script(Files.readString(root.resolve("hairline")));
            made.layOut(root.resolve("launcher/target"));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that uses what other tests have unpacked and recorded of this build, and leaves its own to them. */
    public static Checkout sharingRecordings(String name) {
        Checkout made = make(name);
        try {
            Files.createSymbolicLink(
                    made.folder().resolve(".hairline/apps"),
                    ProjectFolder.made(World.target().resolve("apps")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    /** As the script does after a build, so that it doesn't build inside a build. */
    private void layOut(Path launcher) throws IOException {
        Path home = folder.resolve(".hairline");
        Files.createSymbolicLink(home.resolve("launcher/libraries"), launcher.resolve("libraries"));
        try (Stream<Path> files = Files.list(launcher)) {
            Path jar = files.filter(it -> it.getFileName().toString().matches("launcher-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(jar, home.resolve("launcher/launcher.jar"));
        }
        Files.createFile(home.resolve("services-built"));
    }

    /** Another text for the script than the project's. */
    public void script(String text) throws IOException {
        Path script = folder.resolve("hairline");
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    public String script() throws IOException {
        return Files.readString(folder.resolve("hairline"));
    }

    /** Another service than the one that was built. */
    public void replaceModule(String module, Map<String, byte[]> targetFiles) throws IOException {
        Path target = folder.resolve(module).resolve("target");
        Files.delete(folder.resolve(module));
        Files.createDirectories(target);
        for (Map.Entry<String, byte[]> it : targetFiles.entrySet()) {
            Files.write(target.resolve(it.getKey()), it.getValue());
        }
    }

    /** Runs the script to its end; an empty value takes a variable away. */
    public Outcome run(Map<String, String> environment, String... arguments) throws IOException {
        Path output = folder.resolve(".hairline/output");
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(folder.resolve("hairline").toString()), Stream.of(arguments))
                        .toList());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("The script hangs: " + Files.readString(output, UTF_8));
            }
            return new Outcome(process.exitValue(), Files.readString(output, UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Command lines of living processes that have to do with this folder. */
    public List<String> processes() {
        return ProcessHandle.allProcesses()
                .flatMap(it -> it.info().commandLine().stream())
                .filter(it -> it.contains(folder.toString()))
                .toList();
    }
}
