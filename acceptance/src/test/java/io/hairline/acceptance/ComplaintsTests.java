package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of complaints names tests that exist, and is open about those that have none. */
class ComplaintsTests {

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+)#([a-z][A-Za-z]+)`");
    private static final Path PAGE = Sources.ROOT.resolve("docs/complaints.md");
    private static final int ROWS = 40;

    @Test
    void haveTestsThatExist() {
        Map<String, List<Path>> classes = Sources.endingWith(".java").stream()
                .filter(it -> it.toString().contains("/src/test/java/"))
                .collect(Collectors.groupingBy(it -> it.getFileName().toString().replace(".java", "")));

        List<String> gone = TEST.matcher(read(PAGE))
                .results()
                .filter(it -> !isIn(classes.getOrDefault(it.group(1), List.of()), it.group(2)))
                .map(it -> it.group(1) + "#" + it.group(2))
                .toList();

        assertThat(gone).isEmpty();
    }

    @Test
    void haveATestOrAWordAboutWhatIsMissing() {
        List<String> rows = read(PAGE)
                .lines()
                .filter(it -> it.startsWith("| ") && !it.startsWith("| report |"))
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(ROWS)
                .allSatisfy(it -> assertThat(it).containsPattern(TEST.pattern() + "|missing: "));
    }

    private static boolean isIn(List<Path> sources, String method) {
        return sources.stream().anyMatch(it -> read(it).contains("void " + method + "("));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
