package io.hairline.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page loads the style sheets of the groups whose classes it uses, and no group restyles the frame. */
class StyleSheetsTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String FRAME = "hairline";

    /** The sheet of a single page restyles what stands in the frame, so its classes name no group. */
    private static final String OF_ONE_PAGE = "chair";

    /** What a page fetches into itself later. */
    private static final Map<String, List<Fragment>> FETCHED =
            Map.of("day", List.of(new Fragment("panel", "panel"), new Fragment("book-place", "panel")));

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SELECTORS = Pattern.compile("([^{}]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][\\w-]*");
    private static final Pattern INCLUDED = Pattern.compile("~\\{\\s*([\\w-]+)\\s*::\\s*([\\w-]+)");
    private static final Pattern LINK = Pattern.compile("href=\"/([\\w-]+)\\.css\"");

    private final Map<String, Map<Fragment, Content>> templates = new HashMap<>();

    /** A part of a template; the whole of it if it has no name. */
    private record Fragment(String template, @Nullable String name) {}

    private record Content(Set<String> classes, Set<Fragment> included) {

        Content() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("templates"))) {
            return files
                    .map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".html"))
                    .map(it -> it.substring(0, it.length() - ".html".length()))
                    .filter(it -> read("templates/" + it + ".html").contains("frame :: head"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void loadsTheSheetsOfItsClasses(String page) throws IOException {
        Set<String> linked = new HashSet<>(LINK.matcher(read("templates/" + page + ".html"))
                .results()
                .map(it -> it.group(1))
                .toList());
        Set<String> classes = classesOf(page);

        for (String sheet : groups()) {
            List<String> missing = selectors(sheet).stream()
                    .filter(it -> !classesIn(it).isEmpty() && classes.containsAll(classesIn(it)))
                    .toList();
            if (!linked.contains(sheet)) {
                assertThat(missing)
                        .as("styles of /%s.css, which %s.html doesn't load", sheet, page)
                        .isEmpty();
            } else {
                assertThat(missing)
                        .as("styles of /%s.css that %s.html uses", sheet, page)
                        .isNotEmpty();
            }
        }
    }

    /** Sheets of groups come after the frame's: what both say of one selector would hang on the page. */
    @Test
    void styleNoSelectorTwice() throws IOException {
        Map<String, String> seen = new HashMap<>();
        List<String> twice = new ArrayList<>();
        List<String> all = new ArrayList<>(groups());
        all.add(FRAME);
        for (String sheet : all) {
            for (String selector : new HashSet<>(selectors(sheet))) {
                String other = seen.put(selector, sheet);
                if (other != null && !selector.startsWith("from") && !selector.startsWith(":root")) {
                    twice.add(selector + " in " + other + " and " + sheet);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    private static List<String> groups() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("static"))) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".css"))
                    .map(it -> it.substring(0, it.length() - ".css".length()))
                    .filter(it -> !it.equals(FRAME) && !it.equals(OF_ONE_PAGE))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> selectors(String sheet) {
        String text = COMMENT.matcher(read("static/" + sheet + ".css")).replaceAll("");
        return SELECTORS
                .matcher(text)
                .results()
                .map(it -> it.group(1).strip())
                .filter(it -> !it.startsWith("@"))
                .flatMap(it -> Stream.of(it.split(",\\s*", -1)))
                .toList();
    }

    /** All but the one that the script gives the whole page. */
    private static Set<String> classesIn(String selector) {
        Set<String> classes = new HashSet<>(
                CLASS.matcher(selector).results().map(it -> it.group(1)).toList());
        classes.remove("js");
        return classes;
    }

    private Set<String> classesOf(String page) {
        Set<String> classes = new HashSet<>();
        Set<Fragment> seen = new HashSet<>();
        Deque<Fragment> todo = new ArrayDeque<>(List.of(new Fragment(page, null)));
        todo.addAll(FETCHED.getOrDefault(page, List.of()));
        while (!todo.isEmpty()) {
            Fragment next = todo.pop();
            if (seen.add(next) && !next.template().equals("frame")) {
                Content content = parts(next.template()).getOrDefault(next, new Content());
                classes.addAll(content.classes());
                todo.addAll(content.included());
            }
        }
        return classes;
    }

    private Map<Fragment, Content> parts(String template) {
        return templates.computeIfAbsent(template, it -> {
            Reader reader = new Reader(it);
            try {
                new SimpleMarkupParser(ParseConfiguration.htmlConfiguration())
                        .parse(read("templates/" + it + ".html"), reader);
            } catch (ParseException e) {
                throw new IllegalStateException(it, e);
            }
            return reader.parts;
        });
    }

    private static String read(String file) {
        try {
            return Files.readString(RESOURCES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects the classes of a template by the fragments they stand in. */
    private static final class Reader extends AbstractSimpleMarkupHandler {

        private final String template;
        private final Map<Fragment, Content> parts = new HashMap<>();
        private final Deque<Fragment> open = new ArrayDeque<>();

        Reader(String template) {
            this.template = template;
            open.push(new Fragment(template, null));
        }

        @Override
        public void handleOpenElement(String element, @Nullable Map<String, String> attributes, int line, int column) {
            open.push(fragment(attributes));
            add(attributes);
        }

        @Override
        public void handleAutoOpenElement(
                String element, @Nullable Map<String, String> attributes, int line, int column) {
            handleOpenElement(element, attributes, line, column);
        }

        @Override
        public void handleStandaloneElement(
                String element, @Nullable Map<String, String> attributes, boolean minimized, int line, int column)
                throws ParseException {
            handleOpenElement(element, attributes, line, column);
            open.pop();
        }

        @Override
        public void handleCloseElement(String element, int line, int column) {
            open.pop();
        }

        @Override
        public void handleAutoCloseElement(String element, int line, int column) {
            open.pop();
        }

        private Fragment fragment(@Nullable Map<String, String> attributes) {
            String name = attributes == null ? null : attributes.get("th:fragment");
            return name == null
                    ? open.element()
                    : new Fragment(
                            template,
                            WORD.matcher(name)
                                    .results()
                                    .map(MatchResult::group)
                                    .findFirst()
                                    .orElseThrow());
        }

        private void add(@Nullable Map<String, String> attributes) {
            if (attributes == null) {
                return;
            }
            Set<String> classes = new HashSet<>();
            attributes.forEach((name, value) -> {
                if (name.equals("class")) {
                    classes.addAll(words(value));
                } else if (name.equals("th:class") || name.equals("th:classappend")) {
                    LITERAL.matcher(value).results().forEach(it -> classes.addAll(words(it.group(1))));
                }
            });
            for (Fragment it : open) {
                Content content = parts.computeIfAbsent(it, _ -> new Content());
                content.classes().addAll(classes);
                attributes.values().stream()
                        .flatMap(value -> value == null
                                ? Stream.empty()
                                : INCLUDED.matcher(value).results())
                        .forEach(found -> content.included().add(new Fragment(found.group(1), found.group(2))));
            }
        }

        private static List<String> words(String value) {
            return WORD.matcher(value).results().map(MatchResult::group).toList();
        }
    }
}
