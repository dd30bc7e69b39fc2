package io.hairline.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A form that is sent twice, by a double click, by going back or by a refresh, writes once. */
class FormsTests {

    /** As the services' filter of idempotency keys has it. */
    private static final int LONGEST_KEY = 64;

    private static final int AN_ID = 30;
    private static final int A_CODE = 20;
    private static final int A_NUMBER = 4;

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*method=\"post\"[^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("(?:th:)?(?:action|attr)=\"([^\"]*)\"");

    /** These write nothing at a service: the session, the browser's language, a look at a table before it is taken over. */
    private static final Set<String> WRITES_NOTHING = Set.of(
            "demo @{/session/as}",
            "landing @{/session/as}",
            "clients @{/clinic/{c}/clients(c=${clinic.id})}",
            "frame @{/search}",
            "frame @{/session/end}",
            "frame @{/language}",
            "search @{/search}",
            "import ${at + '/check'}",
            "visit-details @{/visit/details}");

    /** PUT and DELETE: the second one finds what the first one made. */
    private static final Set<String> ENDS_IN_THE_SAME = Set.of(
            "calendar-link @{${at} + '/' + ${it.id} + '/revoke'}",
            "client-edit @{/clinic/{c}/clients/{id}/edit(c=${clinic.id},id=${clientId})}",
            "data @{/me/data/contact}",
            "data @{/me/data/preferences}",
            "hold @{/book/release}",
            "network @{/office/clinics/{c}/chairs/{id}/name(c=${it.id},id=${c.id})}",
            "network @{/office/clinics/{c}/devices/{id}/name(c=${it.id},id=${d.id})}",
            "structure @{/office/owners/{id}(id=${it.id})}",
            "structure @{/office/regions/{id}(id=${it.id})}",
            "trainings @{/office/trainings/{id}(id=${it.id})}",
            "visit-details @{/visit/release}",
            "waitlist @{/me/waitlist/{id}/leave(id=${it.id})}",
            "waitlist-clinic @{/clinic/{c}/waitlist/{id}/leave(c=${clinic.id},id=${it.id})}",
            "dashboard-alerts @{/dashboard/alerts/{id}/remove(id=${it.id})}");

    /** The held time is their key; a photo's is its place and its bytes; a confirmed form carries the key that it first had. */
    private static final Set<String> HAS_A_KEY_OF_ITS_OWN = Set.of(
            "hold @{/book/confirm}",
            "visit-review @{/visit/confirm}",
            "photos action=@{${base}(_csrf=${_csrf.token})}",
            "parts @{${confirm.action}}");

    @Test
    void haveKeysThatTheServicesTake() throws IOException {
        Pattern key = Pattern.compile("\\bonce((?:\\s*\\+\\s*(?:'[^']*'|[\\w.]+))+)");
        Set<String> tooLong = new TreeSet<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.toList()) {
                Matcher found = key.matcher(Files.readString(file));
                while (found.find()) {
                    if (PageModelAdvice.once().length() + lengthOf(found.group(1)) > LONGEST_KEY) {
                        tooLong.add(file.getFileName() + found.group(1));
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static int lengthOf(String added) {
        return Stream.of(added.split("\\+"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .mapToInt(FormsTests::lengthOfPart)
                .sum();
    }

    private static int lengthOfPart(String it) {
        if (it.startsWith("'")) {
            return it.length() - 2;
        }
        if (it.endsWith("index") || it.endsWith("count") || it.endsWith("version")) {
            return A_NUMBER;
        }
        return it.toLowerCase(Locale.ROOT).endsWith("id") ? AN_ID : A_CODE;
    }

    @Test
    void carryAKeyUnlessTwoAreAsGoodAsOne() throws IOException {
        Set<String> without = new TreeSet<>();
        int forms = 0;
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.sorted().toList()) {
                Matcher form = FORM.matcher(Files.readString(file));
                while (form.find()) {
                    forms++;
                    if (!form.group(2).contains("name=\"once\"")) {
                        without.add(file.getFileName().toString().replace(".html", "") + " " + action(form.group(1)));
                    }
                }
            }
        }

        Set<String> expected = new TreeSet<>(WRITES_NOTHING);
        expected.addAll(ENDS_IN_THE_SAME);
        expected.addAll(HAS_A_KEY_OF_ITS_OWN);
        assertThat(forms).isGreaterThan(100);
        assertThat(without).isEqualTo(expected);
    }

    /** Thymeleaf adds the token to a form whose action it writes. */
    @Test
    void carryTheTokenWithoutWhichTheyAreRefused() throws IOException {
        Set<String> without = new TreeSet<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.sorted().toList()) {
                FORM.matcher(Files.readString(file))
                        .results()
                        .map(it -> it.group(1))
                        .filter(it -> !it.contains("th:action=") && !it.contains("_csrf"))
                        .forEach(it -> without.add(file.getFileName() + " " + action(it)));
            }
        }

        assertThat(without).isEmpty();
    }

    private static String action(String attributes) {
        Matcher it = ACTION.matcher(attributes);
        String last = "";
        while (it.find()) {
            last = it.group(1);
        }
        return last;
    }
}
