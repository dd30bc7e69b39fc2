package io.hairline.portal.api;

import static io.hairline.portal.language.Texts.text;
import static io.hairline.portal.language.Texts.textOr;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service says of a request, for people: it names fields and operations of the API, which no page shows. */
final class FieldWords {

    /** {@code issuedOn}, or any name in quotes. */
    private static final Pattern NAME = Pattern.compile("\"([a-z][A-Za-z]*)\"|\\b([a-z]+(?:[A-Z][a-z]+)+)\\b");
    /** {@code ; GET /api/v1/clinics lists them}. */
    private static final Pattern OPERATION = Pattern.compile(";\\s[^;]*\\b(?:GET|POST|PUT|DELETE) /[^;]*?(?=\\.?$)");

    private FieldWords() {}

    /** What the pages call the last part of {@code sessions[0].startsAt}; else its words: {@code chairId} is "Chair". */
    static String label(String field) {
        String name = field.replaceFirst("^.*[.\\]]", "");
        String words = name.replaceFirst("(?<=[a-z])(?:Id|Code)(s?)$", "$1")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? ""
                : textOr("field." + name, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    /** What is wrong with a field; other fields are called as on the pages. */
    static String message(String said) {
        return NAME.matcher(withoutOperations(said))
                .replaceAll(it -> Matcher.quoteReplacement(
                        text("field.named", label(it.group(1) == null ? it.group(2) : it.group(1)))));
    }

    static String withoutOperations(String said) {
        return OPERATION.matcher(said).replaceAll("");
    }
}
