package io.hairline.portal.language;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Messages, dates and amounts for the reader of the running request ({@link LocaleContextHolder}). */
public final class Texts {

    /** The languages that have a bundle; the first serves those who read none of them. */
    public static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

    /** The files of a language, by area. */
    public static final List<String> AREAS = List.of(
            "frame", "codes", "public", "client", "clinic", "planning", "office", "network", "treatment", "developers");

    private static final int MINUTES_OF_AN_HOUR = 60;

    /** French writes the first of a month as an ordinal, which the locale's own formats don't. */
    private static final Pattern FRENCH_FIRST = Pattern.compile("\\b1 (?=\\p{L})");

    private static final ResourceBundleMessageSource SOURCE = source();

    private Texts() {}

    static ResourceBundleMessageSource source() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(AREAS.stream().map(it -> "messages/" + it).toArray(String[]::new));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    public static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    public static String text(String key, @Nullable Object... values) {
        return SOURCE.getMessage(key, filled(values), locale());
    }

    /** The message, or {@code other} where no bundle has the key: codes may be newer than these pages. */
    public static String textOr(String key, String other, @Nullable Object... values) {
        return Objects.requireNonNull(SOURCE.getMessage(key, filled(values), other, locale()));
    }

    /** What isn't known leaves a gap in the sentence. */
    private static Object[] filled(@Nullable Object[] values) {
        return Arrays.stream(values)
                .map(it -> Objects.requireNonNullElse(it, ""))
                .toArray();
    }

    /** Such as "Monday, 30 November 2026". */
    public static String day(LocalDate day) {
        return dated(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), day);
    }

    /** Such as "Mon, 30 Nov 2026". */
    public static String shortDay(LocalDate day) {
        return pattern("yMMMEd", day);
    }

    /** Such as "30 Nov 2026". */
    public static String date(LocalDate day) {
        return dated(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), day);
    }

    /** Such as "November 2026". */
    public static String month(YearMonth month) {
        return pattern("yMMMM", month.atDay(1));
    }

    public static String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(time);
    }

    public static String moment(LocalDateTime moment) {
        return text("moment", date(moment.toLocalDate()), time(moment.toLocalTime()));
    }

    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale());
    }

    /** Such as "Central European Standard Time". */
    public static String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, locale());
    }

    /** Such as "3 h 30 min". */
    public static String duration(int minutes) {
        int rest = minutes % MINUTES_OF_AN_HOUR;
        int hours = minutes / MINUTES_OF_AN_HOUR;
        if (hours == 0) {
            return text("duration.minutes", minutes);
        }
        return rest == 0 ? text("duration.hours", hours) : text("duration.both", hours, rest);
    }

    /** With the digits that the currency has. */
    public static String money(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        Currency known = Currency.getInstance(currency);
        format.setCurrency(known);
        format.setMinimumFractionDigits(known.getDefaultFractionDigits());
        format.setMaximumFractionDigits(known.getDefaultFractionDigits());
        return format.format(amount);
    }

    /** Without the digits after the point. */
    public static String wholeMoney(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        format.setCurrency(Currency.getInstance(currency));
        format.setMaximumFractionDigits(0);
        return format.format(amount);
    }

    /** Rounded to one decimal. */
    public static String number(BigDecimal number) {
        return number(number, 1);
    }

    /** With all its decimals but the zeros at the end. */
    public static String exactNumber(BigDecimal number) {
        return number(number, Math.max(0, number.scale()));
    }

    private static String number(BigDecimal number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    private static String pattern(String parts, TemporalAccessor moment) {
        return dated(DateTimeFormatter.ofLocalizedPattern(parts), moment);
    }

    private static String dated(DateTimeFormatter format, TemporalAccessor moment) {
        String date = format.withLocale(locale()).format(moment);
        return "fr".equals(locale().getLanguage()) ? FRENCH_FIRST.matcher(date).replaceFirst("1er ") : date;
    }
}
