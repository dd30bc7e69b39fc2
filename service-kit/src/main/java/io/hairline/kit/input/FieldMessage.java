package io.hairline.kit.input;

import io.hairline.kit.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/**
 * What is wrong with a field, in English for people and as a code for programs that speak other languages.
 *
 * @param code what {@code docs/field-messages.md} calls the message
 * @param values the parts of the message that differ from case to case, in their order
 */
public record FieldMessage(String field, String message, String code, List<String> values) {

    /** Of a message that isn't on the list. */
    static final String OTHER = "other";

    private static final List<Sentence> SENTENCES = sentences();

    public FieldMessage {
        values = List.copyOf(values);
    }

    public static FieldMessage of(Refusal.FieldError error) {
        String said = error.message();
        return SENTENCES.stream()
                .flatMap(it ->
                        it
                                .values(said)
                                .map(values -> new FieldMessage(error.field(), said, it.code(), values))
                                .stream())
                .findFirst()
                .orElseGet(() -> new FieldMessage(error.field(), said, OTHER, List.of()));
    }

    private static List<Sentence> sentences() {
        try {
            String list = new ClassPathResource("field-messages.md").getContentAsString(StandardCharsets.UTF_8);
            return Sentence.ROW
                    .matcher(list)
                    .results()
                    .map(it -> Sentence.of(it.group(1), it.group(2)))
                    .sorted(Comparator.comparing(Sentence::fixed).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A row of the list.
     *
     * @param fixed how many characters of it are always the same: the closest of several sentences that fit has most
     */
    private record Sentence(String code, Pattern said, int fixed) {

        static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (.+) \\|$");

        private static final Pattern VALUE = Pattern.compile("\\{\\d}");

        static Sentence of(String code, String sentence) {
            String[] fixed = VALUE.split(sentence, -1);
            String said = List.of(fixed).stream().map(Pattern::quote).collect(Collectors.joining("(.+?)"));
            return new Sentence(
                    code,
                    Pattern.compile(said, Pattern.DOTALL),
                    String.join("", fixed).length());
        }

        Optional<List<String>> values(String message) {
            Matcher found = said.matcher(message);
            return found.matches()
                    ? Optional.of(IntStream.rangeClosed(1, found.groupCount())
                            .mapToObj(found::group)
                            .toList())
                    : Optional.empty();
        }
    }
}
