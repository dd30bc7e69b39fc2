package io.hairline.portal.api;

import static io.hairline.portal.language.Texts.locale;
import static io.hairline.portal.language.Texts.text;
import static io.hairline.portal.language.Texts.textOr;

import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service says of a request, for people: it names fields and operations of the API, which no page shows. */
final class FieldWords {

    /** {@code issuedOn}, or any name in quotes. */
    private static final Pattern NAME = Pattern.compile("\"([a-z][A-Za-z]*)\"|\\b([a-z]+(?:[A-Z][a-z]+)+)\\b");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** With decimals: those without may be years. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");

    private static final Pattern FIELD = Pattern.compile("[a-z][\\w.]*");
    /** {@code ; GET /api/v1/clinics lists them}. */
    private static final Pattern OPERATION = Pattern.compile(";\\s[^;]*\\b(?:GET|POST|PUT|DELETE) /[^;]*?(?=\\.?$)");

    private FieldWords() {}

    /**
     * What the pages call the last part of {@code sessions[0].startsAt}. Where they have no name for it, English readers see its
     * own words, {@code chairId} as "Chair", and others that it is an entry.
     */
    static String label(String field) {
        String words = lastOf(field)
                .replaceFirst("(?<=[a-z])(?:Id|Code)(s?)$", "$1")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? ""
                : known(field)
                        .orElseGet(() -> isEnglish()
                                ? Character.toUpperCase(words.charAt(0)) + words.substring(1)
                                : text("field.unnamed"));
    }

    private static Optional<String> known(String field) {
        return Optional.of(
                        textOr("field." + lastOf(field), textOr("policy." + field.replaceFirst("^values\\.", ""), "")))
                .filter(it -> !it.isEmpty());
    }

    private static String lastOf(String field) {
        return field.replaceFirst("^.*[.\\]]", "");
    }

    /**
     * What is wrong with a field; other fields are called as on the pages.
     *
     * @param code by which all languages have words for it
     * @param message in English, for its readers where the pages have no words yet
     */
    static String said(String code, List<String> values, String message) {
        Object[] shown = values.stream().map(FieldWords::value).toArray();
        String words = textOr("field.said." + code, textOr("problem." + code, ""), shown);
        if (!words.isEmpty() && !code.equals("other")) {
            return words;
        }
        return isEnglish() && !message.isEmpty() ? withNames(withoutOperations(message)) : text("field.said.other");
    }

    static boolean isEnglish() {
        return locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static String value(String said) {
        Optional<String> field = FIELD.matcher(said).matches() ? known(said) : Optional.empty();
        if (field.isPresent()) {
            return text("field.named", field.get());
        }
        if (NUMBER.matcher(said).matches()) {
            return Texts.exactNumber(new BigDecimal(said));
        }
        return DATE.matcher(said).matches() ? Texts.date(LocalDate.parse(said)) : textOr("field.layer." + said, said);
    }

    private static String withNames(String said) {
        return NAME.matcher(said)
                .replaceAll(it -> Matcher.quoteReplacement(
                        text("field.named", label(it.group(1) == null ? it.group(2) : it.group(1)))));
    }

    static String withoutOperations(String said) {
        return OPERATION.matcher(said).replaceAll("");
    }
}
