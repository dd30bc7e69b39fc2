package io.hairline.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People who jump from region to region find no two of one name; tables that only appear with their rows are seen here too. */
class LandmarksTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern HEADING = Pattern.compile("id=\"([\\w-]+)\"[^>]*th:text=\"(#\\{[^\"]+})\"");
    private static final Pattern SECTION = Pattern.compile("<section[^>]*aria-labelledby=\"([\\w-]+)\"");
    private static final Pattern REGION = Pattern.compile("role=\"region\"[^>]*th:aria-label=\"(#\\{[^\"]+})\"");

    @Test
    void haveNamesOfTheirOwn() throws IOException {
        Set<String> twice = new TreeSet<>();
        int sections = 0;
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.sorted().toList()) {
                String page = Files.readString(file);
                Map<String, String> headings = new HashMap<>();
                HEADING.matcher(page).results().forEach(it -> headings.put(it.group(1), it.group(2)));
                List<String> regions =
                        REGION.matcher(page).results().map(it -> it.group(1)).toList();
                List<String> names = SECTION.matcher(page)
                        .results()
                        .map(it -> headings.getOrDefault(it.group(1), ""))
                        .toList();
                sections += names.size();
                names.stream().filter(regions::contains).forEach(it -> twice.add(file.getFileName() + " " + it));
            }
        }

        assertThat(sections).isGreaterThan(20);
        assertThat(twice).isEmpty();
    }
}
