package io.hairline.portal.brand;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How people say what the API says in codes. A code that nobody told us about is said in its own letters. */
public final class CodeLabels {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private static final Map<String, String> SERVICES = Map.of(
            "CONSULTATION", "Consultation",
            "PATCH_TEST", "Patch test",
            "SESSION_1", "First session",
            "SESSION_2", "Second session",
            "SESSION_3", "Third session",
            "SESSION_4", "Fourth session",
            "SCAR", "Scar camouflage",
            "DENSITY", "Density session",
            "TOUCH_UP", "Touch-up");

    private static final Map<String, String> STATUSES = Map.of(
            "HELD", "Held",
            "CONFIRMED", "Confirmed",
            "CHECKED_IN", "Checked in",
            "IN_CHAIR", "In the chair",
            "COMPLETED", "Completed",
            "CANCELLED", "Cancelled",
            "LATE_CANCELLED", "Cancelled late",
            "NO_SHOW", "Did not come",
            "EXPIRED", "Lapsed");

    private CodeLabels() {}

    public static String service(String code) {
        return SERVICES.getOrDefault(code, plain(code));
    }

    public static String status(String code) {
        return STATUSES.getOrDefault(code, plain(code));
    }

    /** {@code IN_CHAIR} becomes "In chair". */
    public static String plain(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code IN_CHAIR} becomes "in-chair". */
    public static String dashed(String code) {
        return code.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    public static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    /** Such as "in 3 days". */
    public static String until(Duration left) {
        if (left.isNegative()) {
            return "now";
        }
        if (left.toDays() > 1) {
            return "in " + left.toDays() + " days";
        }
        return left.toHours() > 1 ? "in " + left.toHours() + " hours" : "in " + left.toMinutes() + " minutes";
    }
}
