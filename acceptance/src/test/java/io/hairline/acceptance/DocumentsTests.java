package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents name is there. */
class DocumentsTests {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");
    private static final Pattern NOT_NEUTRAL = Pattern.compile("(?i)\\b(s[h]e|h[e]r|who[e]ver)\\b");
    private static final Pattern SOURCE = Pattern.compile("`[^`\\s]*?([A-Z][A-Za-z]+\\.java)`");

    @Test
    void linkToFilesThatExist() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path document : documents()) {
            for (String link : found(LINK, document)) {
                if (!Files.exists(document.resolveSibling(link))) {
                    dead.add(Sources.ROOT.relativize(document) + " -> " + link);
                }
            }
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void nameSourcesThatExist() throws IOException {
        Set<String> sources = Sources.endingWith(".java").stream()
                .map(it -> it.getFileName().toString())
                .collect(Collectors.toSet());
        List<String> gone = new ArrayList<>();
        for (Path document : documents()) {
            found(SOURCE, document).stream()
                    .filter(it -> !sources.contains(it))
                    .forEach(it -> gone.add(Sources.ROOT.relativize(document) + " -> " + it));
        }

        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(gone).isEmpty();
    }

    @Test
    void speakOfPeopleNeutrally() throws IOException {
        List<String> others = new ArrayList<>();
        for (String ending : List.of(".java", ".md")) {
            for (Path source : Sources.endingWith(ending)) {
                found(NOT_NEUTRAL, source).forEach(it -> others.add(Sources.ROOT.relativize(source) + " -> " + it));
            }
        }

        assertThat(others).as("say \"the client\", \"the caller\" or \"they\"").isEmpty();
    }

    private static List<Path> documents() {
        List<Path> documents = Sources.endingWith(".md");
        assertThat(documents).hasSizeGreaterThan(10);
        return documents;
    }

    private static List<String> found(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document))
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }
}
