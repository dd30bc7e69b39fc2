package io.hairline.kit.input;

import io.hairline.contracts.Id;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values are written as text in one form.
 *
 * @param form completes "must be"
 */
record TextFormat<T>(Class<T> type, String form, Function<String, T> parse) {

    /** Years that a date of this business can lie in; others overflow what is computed from them. */
    private static final int FIRST_YEAR = 1850;

    private static final int LAST_YEAR = 2199;

    /** What is said of a day that exists in other years. */
    static final String YEARS = "must be a day in the years " + FIRST_YEAR + " to " + LAST_YEAR;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static final List<TextFormat<?>> ALL = List.of(
            new TextFormat<>(LocalDate.class, "a date like 2027-03-01", it -> {
                LocalDate date = LocalDate.parse(it);
                checkYear(date.getYear());
                return date;
            }),
            new TextFormat<>(LocalTime.class, "a time of day like 09:30", LocalTime::parse),
            new TextFormat<>(LocalDateTime.class, "a local date and time like 2027-03-01T09:30", it -> {
                LocalDateTime time = LocalDateTime.parse(it);
                checkYear(time.getYear());
                return time;
            }),
            new TextFormat<>(
                    Instant.class,
                    "an instant like 2027-03-01T09:30:00Z",
                    it -> offset(it).toInstant()),
            new TextFormat<>(
                    OffsetDateTime.class, "a time with offset like 2027-03-01T09:30:00+01:00", TextFormat::offset),
            new TextFormat<>(Duration.class, "a duration like PT2H", Duration::parse),
            new TextFormat<>(Period.class, "a period like P30D", Period::parse),
            new TextFormat<>(ZoneId.class, "a time zone like Europe/Vienna", ZoneId::of),
            new TextFormat<>(Currency.class, "a currency's three letters, like EUR", Currency::getInstance));

    /** Whether it is a day of years in which nothing happens here. */
    static boolean isDayOfOtherYears(String text) {
        try {
            return DAY.matcher(text).matches()
                    && isOtherYear(LocalDate.parse(text).getYear());
        } catch (DateTimeException _) {
            return false;
        }
    }

    /** Null if the text isn't in this form. */
    @Nullable T read(String text) {
        try {
            return parse.apply(text);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException _) {
            return null;
        }
    }

    /** How a value of a type is written in a request: completes "must be". */
    static String of(Class<?> type) {
        for (TextFormat<?> it : ALL) {
            if (it.type() == type) {
                return it.form();
            }
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(it -> ((Enum<?>) it).name())
                            .collect(Collectors.joining(", "));
        }
        if (Id.class.isAssignableFrom(type)) {
            return id(type);
        }
        return simple(type);
    }

    private static String simple(Class<?> type) {
        if (type == String.class) {
            return "text in quotes";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == BigDecimal.class) {
            return "a decimal number such as 12.50, or the same as text";
        }
        if (type == Double.class || type == double.class || type == Float.class || type == float.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number, without quotes";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? "an object with its fields"
                : "in the form that the API reference shows";
    }

    private static String id(Class<?> type) {
        try {
            return "an id: " + type.getField("PREFIX").get(null) + "_ and 26 letters or digits";
        } catch (ReflectiveOperationException _) {
            return "an id: three letters, _ and 26 letters or digits";
        }
    }

    /** In UTC, so that two writings of one instant are equal. */
    private static OffsetDateTime offset(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        checkYear(time.getYear());
        return time;
    }

    private static void checkYear(int year) {
        if (isOtherYear(year)) {
            throw new DateTimeException("year out of range");
        }
    }

    private static boolean isOtherYear(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR;
    }
}
