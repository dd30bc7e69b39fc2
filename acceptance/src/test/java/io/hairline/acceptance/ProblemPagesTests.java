package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every refusal in the sources of all modules leads to a page that says what to do. */
class ProblemPagesTests {

    private static final Pattern SLUG = Pattern.compile("(?:Refusal\\.(?:rule|state)\\("
            + "|new Refusal\\(\\s*(?:Refusal\\.)?Kind\\.\\w+,"
            + "|Problems\\.of\\(\\s*\\d+,"
            + "|away\\()\\s*\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\S+)$");
    private static final int FEWEST = 20;

    @Test
    void areThereForEveryRefusal() {
        Set<String> slugs = new TreeSet<>();
        Sources.endingWith(".java").stream()
                .filter(it -> it.toString().contains("/src/main/java/"))
                .forEach(it -> slugs.addAll(found(SLUG, it)));

        assertThat(slugs).hasSizeGreaterThan(FEWEST);
        assertThat(found(HEADING, Sources.ROOT.resolve("docs/problems.md"))).containsAll(slugs);
    }

    private static Set<String> found(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map(it -> it.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
