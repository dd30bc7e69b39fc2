package io.hairline.launcher.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    public Path brokerJars() {
        return root.resolve("kafka-broker/target/jars");
    }

    public Path mailJars() {
        return root.resolve("mail-server/target/jars");
    }

    public static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
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
            // Somebody else is deleting it too.
        }
    }
}
