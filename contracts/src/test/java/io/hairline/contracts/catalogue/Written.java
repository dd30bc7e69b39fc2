package io.hairline.contracts.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Files that are written from the records and checked in, so that a change of them is seen in a review. They are written
 * with {@code ./mvnw -pl contracts test -Dhairline.contracts.write=true}, and only compared without.
 */
final class Written {

    static final boolean WANTED = Boolean.getBoolean("hairline.contracts.write");
    static final String HOW = "Write it with: ./mvnw -pl contracts test -Dhairline.contracts.write=true";

    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path SAMPLES = Path.of("src/test/resources/samples");
    static final Path DOCS = Path.of("../docs");

    private Written() {}

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
