package io.hairline.portal.api;

import static io.hairline.portal.language.Texts.text;
import static io.hairline.portal.language.Texts.textOr;

import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a service says of a request, for people: it names fields and operations of the API, which no page shows. */
final class FieldWords {

    /** {@code issuedOn}, or any name in quotes. */
    private static final Pattern NAME = Pattern.compile("\"([a-z][A-Za-z]*)\"|\\b([a-z]+(?:[A-Z][a-z]+)+)\\b");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern FIELD = Pattern.compile("[a-z][\\w.]*");
    /** {@code ; GET /api/v1/clinics lists them}. */
    private static final Pattern OPERATION = Pattern.compile(";\\s[^;]*\\b(?:GET|POST|PUT|DELETE) /[^;]*?(?=\\.?$)");

    /** What services often say of a field; the key is of the page's own words. */
    private static final List<Common> COMMON = List.of(
            new Common("above", "must be greater than (-?[0-9.]+)"),
            new Common("at-least", "must be greater than or equal to (-?[0-9.]+)"),
            new Common("at-most", "must be (?:less than or equal to|at most) (-?[0-9.]+)"),
            new Common("between", "must be from (\\d{4}-\\d{2}-\\d{2}) to (\\d{4}-\\d{2}-\\d{2})"),
            new Common("birth", "must be a date in the past, from (\\d+) on"),
            new Common("birth-by-clinic", "is corrected by your clinic; bring a document that shows it"),
            new Common("client-photo", "must be photos of this client"),
            new Common("decimals", "has more decimals than ([A-Z]{3})"),
            new Common("digits", "numeric value out of bounds \\(<(\\d+) digits>\\.<(\\d+) digits> expected\\)"),
            new Common("email", "must be an e-mail address .*|must (?:not )?have .*@.*"),
            new Common("length", "size must be between (\\d+) and (\\d+)"),
            new Common(
                    "healed-photo",
                    "must name a photo of stage HEALED that was taken after the last session and the last problem"),
            new Common("left-out", "must be left out in the last tier"),
            new Common("more-than-before", "must be more than in the tier before it"),
            new Common("more-than-field", "must be more than ([a-z][\\w.]*)"),
            new Common("name", "must be a name, with one letter at least"),
            new Common("name-address", "must be a name without a web or e-mail address, with a space after each dot"),
            new Common("needed", "must not be (?:null|blank|empty)|is (?:needed|missing)"),
            new Common("needed-or", "must be given, or \"([a-z]\\w*)\" must be"),
            new Common("no-drawing", "(?:shows no signature|is no complete PNG); draw it.*"),
            new Common("not-before", "must not be before \"?([a-z]\\w*)\"?"),
            new Common("not-less", "must not be less than \"?([a-z][\\w.]*)\"?"),
            new Common("overnight", "must be after \"([a-z]\\w*)\", or on the next day at most (\\d+) hours later"),
            new Common("opens-before", "must be less than ([a-z][\\w.]*), else the window opens before the session"),
            new Common("one-line", "must be one line, without line breaks or tabs"),
            new Common(
                    "picture", "must be a JPEG or PNG picture; this file's content is neither, whatever its name says"),
            new Common("picture-empty", "is empty; choose a picture"),
            new Common("picture-large", "is larger than (\\d+) MB; send it in a smaller size"),
            new Common(
                    "picture-pixels",
                    "has (\\d+) × (\\d+) pixels; send one of at most (\\d+) megapixels and (\\d+) on a side"),
            new Common("phone", "must be a phone number with its country, such as (.*)"),
            new Common("sentence", "must be a sentence of (\\d+) to (\\d+) characters"),
            new Common("whole", "must be a whole number, without quotes"));

    private record Common(String key, Pattern said) {
        Common(String key, String said) {
            this(key, Pattern.compile(said));
        }

        Optional<String> words(String message) {
            Matcher found = said.matcher(message);
            if (!found.matches()) {
                return Optional.empty();
            }
            Object[] values = IntStream.rangeClosed(1, found.groupCount())
                    .mapToObj(found::group)
                    .map(Common::value)
                    .toArray();
            return Optional.of(text("field.said." + key, values));
        }

        private static String value(String said) {
            if (FIELD.matcher(said).matches()) {
                return text("field.named", label(said));
            }
            return DATE.matcher(said).matches() ? Texts.date(LocalDate.parse(said)) : said;
        }
    }

    private FieldWords() {}

    /** What the pages call the last part of {@code sessions[0].startsAt}; else its words: {@code chairId} is "Chair". */
    static String label(String field) {
        String name = field.replaceFirst("^.*[.\\]]", "");
        String words = name.replaceFirst("(?<=[a-z])(?:Id|Code)(s?)$", "$1")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? ""
                : textOr(
                        "field." + name,
                        textOr(
                                "policy." + field.replaceFirst("^values\\.", ""),
                                Character.toUpperCase(words.charAt(0)) + words.substring(1)));
    }

    /** What is wrong with a field; other fields are called as on the pages. */
    static String message(String said) {
        String plain = withoutOperations(said);
        return COMMON.stream()
                .flatMap(it -> it.words(plain).stream())
                .findFirst()
                .orElseGet(() -> withNames(plain));
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
