package io.hairline.portal.input;

import io.hairline.portal.api.ApiProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What somebody filled in. Empty fields count as not there, so that the service says what it misses. */
public record SubmittedForm(MultiValueMap<String, String> fields) {

    /** Without thousands separators: whether 1.000 is one or a thousand depends on the reader, so that it is neither. */
    private static final Pattern AMOUNT = Pattern.compile("\\d+(?:[.,]\\d{1,2})?");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?");

    public static SubmittedForm empty() {
        return new SubmittedForm(new LinkedMultiValueMap<>());
    }

    /** As it came, for a page that keeps what was typed. */
    public List<String> all(String name) {
        return Objects.requireNonNullElse(fields.get(name), List.of());
    }

    /** The version that the form was filled in for, where it is known. */
    public @Nullable Long version() {
        return text("version").matches("\\d{1,18}") ? Long.valueOf(text("version")) : null;
    }

    /** The version that the form was filled in for, or the latest for a form without any. */
    public long version(long latest) {
        return Objects.requireNonNullElse(version(), latest);
    }

    /**
     * As it is shown again after a refusal: still for what it was filled in for, so that a correction overwrites nobody's
     * change; where just that was refused, for no version, as the page shows what there is now.
     */
    public SubmittedForm again(ApiProblem refusal) {
        LinkedMultiValueMap<String, String> kept = new LinkedMultiValueMap<>(fields);
        if (refusal.is(ApiProblem.CHANGED_SINCE)) {
            kept.keySet().removeIf(it -> it.equals("version") || it.startsWith("version-"));
        }
        return new SubmittedForm(kept);
    }

    public String text(String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    public String once() {
        return text("once");
    }

    /** As {@link #parsed(String, String)}. */
    public Object number(String name) {
        return parsed(name, text(name));
    }

    /**
     * A number; as it stands if it is none, for the service to explain what it wants.
     *
     * @throws ApiProblem if it is one that people don't write, such as 1e3; it names the field
     */
    public static Object parsed(String name, String text) {
        String number = text.replace(',', '.');
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(number);
        }
        if (isNumber(number)) {
            throw ApiProblem.input(name, "field.unreadable");
        }
        return text;
    }

    private static boolean isNumber(String text) {
        try {
            var _ = new BigDecimal(text);
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /**
     * An amount of money.
     *
     * @throws ApiProblem if it is written in any way but 1000, 12.50 or 12,50; it names the field
     */
    public BigDecimal amount(String name) {
        return amount(name, text(name));
    }

    /** As {@link #amount(String)}, and may be less than nothing: −12.50 is written -12.50. */
    public BigDecimal signedAmount(String name) {
        String text = text(name);
        return text.startsWith("-") ? amount(name, text.substring(1)).negate() : amount(name, text);
    }

    /** As {@link #amount(String)}, of one of several fields of the same name. */
    public static BigDecimal amount(String name, String text) {
        if (!AMOUNT.matcher(text.strip()).matches()) {
            throw ApiProblem.input(name, "field.amount-form");
        }
        return new BigDecimal(text.strip().replace(',', '.'));
    }

    /** The named fields that are filled in, as a body. */
    public Map<String, Object> body(String... names) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String name : names) {
            if (has(name)) {
                body.put(name, text(name));
            }
        }
        return body;
    }

    /** With the reason for which one of the staff takes another name than the client's, if there is one. */
    public Map<String, Object> signature() {
        Map<String, Object> signature = body("overrideReason");
        signature.putAll(signature(text("signedName"), text("drawing")));
        return signature;
    }

    /** A typed name, and how it was drawn if it was. */
    public static Map<String, Object> signature(String signedName, @Nullable String drawing) {
        return drawing == null || drawing.isEmpty()
                ? Map.of("signedName", signedName)
                : Map.of("signedName", signedName, "drawing", drawing);
    }

    /** Rows of fields of the same names, without those whose first is empty. */
    public List<Map<String, Object>> rows(String first, String... numbers) {
        return rows(first, List.of(numbers), List.of());
    }

    /** As {@link #rows(String, String...)}, where some of the fields are amounts of money. */
    public List<Map<String, Object>> rows(String first, List<String> numbers, List<String> amounts) {
        List<String> keys = Objects.requireNonNullElse(fields.get(first), List.of());
        List<Map<String, Object>> rows = new ArrayList<>();
        IntStream.range(0, keys.size()).filter(it -> !keys.get(it).isBlank()).forEach(it -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(plain(first), keys.get(it));
            numbers.forEach(name -> at(it, name).ifPresent(value -> row.put(plain(name), parsed(name, value))));
            amounts.forEach(name -> at(it, name).ifPresent(value -> row.put(plain(name), amount(name, value))));
            rows.add(row);
        });
        return rows;
    }

    /** What is filled in in one of the fields of a name. */
    private Optional<String> at(int row, String name) {
        List<String> values = all(name);
        return row < values.size() && !values.get(row).isBlank() ? Optional.of(values.get(row)) : Optional.empty();
    }

    /** {@code pigment.lotId} is the field {@code lotId} of a pigment. */
    private static String plain(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
