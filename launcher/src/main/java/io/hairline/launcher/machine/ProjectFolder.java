package io.hairline.launcher.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of the sources; all that Hairline writes on a machine lies in its {@code .hairline}. */
public record ProjectFolder(Path root) {

    /** The nearest folder, from the working directory upwards, that holds the {@code hairline} script. */
    public static ProjectFolder find() {
        for (@Nullable Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("hairline")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return new ProjectFolder(folder);
            }
        }
        throw new LauncherException("This is not a folder of Hairline: change to the folder with the script"
                + " `hairline` and run it again.");
    }

    public Path hairline(String... names) {
        Path path = root.resolve(".hairline");
        for (String name : names) {
            path = path.resolve(name);
        }
        return path;
    }

    /** The folder of a file, created in the same way. */
    static Path madeFor(Path file) {
        return made(file.toAbsolutePath().resolveSibling(".").normalize());
    }

    /** Closes {@code .hairline}, with all data, logs and secrets in it, to everybody but its owner. */
    public void close() {
        try {
            Files.setPosixFilePermissions(made(hairline()), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path brokerJars() {
        return root.resolve("kafka-broker/target/jars");
    }

    public Path mailJars() {
        return root.resolve("mail-server/target/jars");
    }

    /** What the demo's mail server logs. */
    public Path mailLogging() {
        return root.resolve("docker/mail/log4j2.xml");
    }

    /** Creates the folder and those above it that don't exist, all of them for their owner only. */
    public static Path made(Path folder) {
        try {
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Another process deletes it, too.
        }
    }
}
