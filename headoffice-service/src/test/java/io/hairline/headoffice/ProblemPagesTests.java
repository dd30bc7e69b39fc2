package io.hairline.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemPagesTests {

    private static final Pattern SLUG = Pattern.compile("Refusal\\.(?:rule|state)\\(\\s*\"([a-z-]+)\"");
    private static final Path PAGES = Path.of("../docs/problems.md");

    @Test
    void explainEveryRefusal() throws IOException {
        List<String> headings = Files.readAllLines(PAGES);

        assertThat(slugs()).isNotEmpty().allSatisfy(it -> assertThat(headings).contains("## " + it));
    }

    private static List<String> slugs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(it -> SLUG.matcher(read(it)).results())
                    .map((MatchResult it) -> it.group(1))
                    .distinct()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
