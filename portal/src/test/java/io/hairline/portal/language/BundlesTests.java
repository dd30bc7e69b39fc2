package io.hairline.portal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page speaks four languages, and nothing of it is written into a template. */
class BundlesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PROBLEMS = Path.of("../docs/problems.md");
    private static final Pattern PROBLEM = Pattern.compile("(?m)^## ([a-z-]+)$");
    /** Of a failure people read the same words, whichever it is. */
    private static final Set<String> FAILURES = Set.of("unexpected", "service-unavailable");

    private static final Path FIELD_MESSAGES = Path.of("../docs/field-messages.md");
    private static final Pattern FIELD_MESSAGE = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (.+) \\|$");
    private static final Pattern REFUSED_FIELD = Pattern.compile("Refusal\\.input\\(\\s*\"([\\w.]*\\w)\"");
    private static final Pattern SENT_FIELDS = Pattern.compile("form\\.body\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([\\w.]+)\"");
    private static final Pattern CONTROL =
            Pattern.compile("<(?:input|select|textarea)\\b[^>]*?\\sname=\"([\\w.]+)\"[^>]*");
    /** Of controls whose words a page takes itself, or sends as another field. */
    private static final Set<String> PAGES_OWN =
            Set.of("at", "csv", "cup.lot", "cup.number", "id", "needleLot", "q", "service", "sure", "where", "wish");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    private static final Pattern USED_IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z0-9.-]+)[}(]");
    private static final Pattern USED_IN_JAVA = Pattern.compile("(?<![A-Za-z.])(?:Texts\\.)?text\\(\\s*\"([^\"]+)\"");
    private static final Pattern NOT_TEXT =
            Pattern.compile("(?si)<!--.*?-->|<style.*?</style>|<!doctype[^>]*>|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:aria-label|title|placeholder|alt|label)=\"[^\"]*\\p{L}[^\"]*\"");
    private static final Pattern EXPRESSION =
            Pattern.compile("\\sth:(?:text|utext|aria-label|placeholder|title|alt|label)=\"([^\"]*)\"");
    private static final Pattern SUBJECT = Pattern.compile("(?m)^([A-Z0-9_]+)\\.subject=");
    private static final Pattern REASON = Pattern.compile("new (?:SendDecision|Outcome)\\.\\w+\\(\"([A-Z0-9_]+)\"\\)");
    private static final Pattern CONFLICT = Pattern.compile(
            "(?:Optional\\.of\\(|\\? |: |withPlans\\(|open\\(\\w+, |AppointmentInConflict\\(id, client, slot, |HEALING_GAP = |OUT_OF_ORDER = )"
                    + "\"([A-Z]+(?:_[A-Z]+)+)\"");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

    static List<String> areas() {
        return Texts.AREAS;
    }

    static List<Path> templates() {
        return files(RESOURCES.resolve("templates"), ".html");
    }

    @ParameterizedTest
    @MethodSource("areas")
    void haveTheSameKeysAndPlaceholdersInEachLanguage(String area) {
        Map<String, Set<String>> english = placeholders(area, "");
        for (String language : Texts.LANGUAGES.subList(1, Texts.LANGUAGES.size())) {
            assertThat(placeholders(area, "_" + language)).as(language).isEqualTo(english);
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void useTheTypographicApostropheThatMessageFormatLeavesAlone(String area) {
        Texts.LANGUAGES.forEach(language -> assertThat(read(bundle(area, language.equals("en") ? "" : "_" + language)))
                .as(language)
                .doesNotContain("'"));
    }

    @Test
    void sayHowEachFigureIsCounted() {
        Set<String> figures = areas().stream()
                .flatMap(area -> placeholders(area, "").keySet().stream())
                .filter(it -> it.startsWith("kpi."))
                .collect(Collectors.toSet());

        assertThat(figures.stream().filter(it -> !it.endsWith(".formula")))
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(figures).contains(it + ".formula"));
    }

    @Test
    void sayEachRefusalOfTheServices() {
        Set<String> said = areas().stream()
                .flatMap(area -> placeholders(area, "").keySet().stream())
                .collect(Collectors.toSet());

        assertThat(found(PROBLEM, read(PROBLEMS)).stream()
                        .filter(it -> !FAILURES.contains(it))
                        .map(it -> "problem." + it))
                .isNotEmpty()
                .allMatch(said::contains);
    }

    /** {@code FieldMessageTests} of the service-kit holds the list to all that the services say of fields. */
    @Test
    void sayWhatTheServicesSayOfFieldsWithThePartsOfEachSentence() {
        Map<String, Set<String>> parts = new TreeMap<>();
        FIELD_MESSAGE
                .matcher(read(FIELD_MESSAGES))
                .results()
                .forEach(it -> parts.merge(
                        "field.said." + it.group(1),
                        all(PLACEHOLDER, it.group(2)),
                        (one, other) ->
                                one.stream().filter(other::contains).collect(Collectors.toCollection(TreeSet::new))));
        Map<String, Set<String>> said = placeholders("frame", "");
        said.keySet().removeIf(it -> !it.startsWith("field.said.") || it.equals("field.said.other"));

        assertThat(said.keySet()).hasSizeGreaterThan(100).isEqualTo(parts.keySet());
        assertThat(said)
                .allSatisfy((key, used) -> assertThat(parts.get(key)).as(key).containsAll(used));
    }

    @Test
    void nameEachFieldThatAPageSendsOrAServiceRefuses() {
        Set<String> known = areas().stream()
                .flatMap(area -> placeholders(area, "").keySet().stream())
                .collect(Collectors.toSet());
        Set<String> fields = new TreeSet<>();
        files(SOURCES, ".java")
                .forEach(it -> all(SENT_FIELDS, read(it)).forEach(sent -> fields.addAll(found(QUOTED, sent))));
        templates()
                .forEach(it -> CONTROL.matcher(read(it))
                        .results()
                        .filter(control -> !control.group().contains("type=\"hidden\""))
                        .map(control -> control.group(1))
                        .filter(name -> !PAGES_OWN.contains(name))
                        .forEach(fields::add));
        Stream.of("booking", "headoffice", "identity", "notification", "treatment")
                .flatMap(it -> files(Path.of("../" + it + "-service/src/main/java"), ".java").stream())
                .forEach(it -> fields.addAll(found(REFUSED_FIELD, read(it))));

        assertThat(fields)
                .hasSizeGreaterThan(100)
                .filteredOn(it ->
                        !known.contains("field." + it.replaceFirst("^.*[.]", "")) && !known.contains("policy." + it))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templatesHaveNoWordsOfTheirOwn(Path template) {
        String html = read(template);

        assertThat(NOT_TEXT.matcher(html).replaceAll(" ").replaceAll("\\[\\[.*?]]", " "))
                .doesNotContainPattern("\\p{L}");
        assertThat(html).doesNotContainPattern(SPOKEN_ATTRIBUTE);
        assertThat(found(EXPRESSION, html).stream().flatMap(it -> found(LITERAL, it).stream()))
                .noneMatch(it -> it.matches("(?s).*\\p{L}{2,}[ ,!?].*|\\p{Lu}\\p{Ll}+"));
    }

    @Test
    void haveEveryKeyThatIsUsed() {
        Set<String> known = Texts.AREAS.stream()
                .flatMap(area -> placeholders(area, "").keySet().stream())
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        templates().forEach(it -> used.addAll(found(USED_IN_TEMPLATE, read(it))));
        files(SOURCES, ".java").stream()
                .map(BundlesTests::read)
                .filter(it -> it.contains("portal.language"))
                .forEach(it -> used.addAll(found(USED_IN_JAVA, it)));

        assertThat(used)
                .filteredOn(it -> !it.endsWith(".") && !known.contains(it))
                .filteredOn(it -> !it.matches("once|version|back|clientId|signedName|from|[a-z]+[A-Z][A-Za-z]*"))
                .isEmpty();
    }

    @Test
    void nameEveryMessageThatIsSentAndEveryReasonForOneThatIsNot() {
        Path notification = Path.of("../notification-service/src/main");
        Set<String> known = placeholders("codes", "").keySet();
        Set<String> templates = found(SUBJECT, read(notification.resolve("resources/letters/words.properties")));
        Set<String> reasons = new TreeSet<>();
        files(notification.resolve("java"), ".java").forEach(it -> reasons.addAll(found(REASON, read(it))));

        assertThat(templates).contains("TOUCH_UP_DUE").allMatch(it -> known.contains("template." + it));
        assertThat(reasons).contains("NOT_WANTED").allMatch(it -> known.contains("message.reason." + it));
    }

    @Test
    void nameEveryReasonOfATaskOfTheDiary() {
        Set<String> known = placeholders("planning", "").keySet();
        Set<String> reasons = new TreeSet<>();
        Path booking = Path.of("../booking-service/src/main/java/io/hairline/booking");
        Stream.of("allocation", "appointment", "course/replan")
                .flatMap(it -> files(booking.resolve(it), ".java").stream())
                .forEach(it -> reasons.addAll(found(CONFLICT, read(it))));

        assertThat(reasons)
                .contains(
                        "CLINIC_CLOSED",
                        "PRACTITIONER_AWAY",
                        "CLIENT_BUSY",
                        "HEALING_GAP",
                        "PAST_ITS_END",
                        "TIME_TAKEN")
                .allMatch(it -> known.contains("task.reason." + it));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> placeholders(String area, String suffix) {
        Properties bundle = new Properties();
        try (var reader = Files.newBufferedReader(bundle(area, suffix))) {
            bundle.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TreeMap<String, Set<String>> all = new TreeMap<>();
        bundle.stringPropertyNames().forEach(key -> {
            Matcher found = PLACEHOLDER.matcher(bundle.getProperty(key));
            all.put(key, found.results().map(it -> it.group()).collect(Collectors.toCollection(TreeSet::new)));
        });
        return all;
    }

    private static Path bundle(String area, String suffix) {
        return RESOURCES.resolve("messages").resolve(area + suffix + ".properties");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(it -> it.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
