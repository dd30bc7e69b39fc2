package io.hairline.portal.brand;

import static io.hairline.portal.language.Texts.text;
import static io.hairline.portal.language.Texts.textOr;

import java.time.Duration;
import java.util.Locale;

/** How people say what the API says in codes. A code without a message is said in its own letters. */
public final class CodeLabels {

    private CodeLabels() {}

    public static String service(String code) {
        return label("service", code);
    }

    public static String status(String code) {
        return label("status", code);
    }

    /** The message {@code kind.CODE}, or the code in plain letters. */
    public static String label(String kind, String code) {
        return textOr(kind + "." + code, plain(code));
    }

    /** Why something became of a message; what a mail server answers with is one reason, whatever its code. */
    public static String messageReason(String code) {
        return label("message.reason", code.startsWith("SMTP_") ? "MAIL_SERVER" : code);
    }

    /** {@code IN_CHAIR} becomes "In chair". */
    public static String plain(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code IN_CHAIR} becomes "in-chair", for the style sheet. */
    public static String dashed(String code) {
        return code.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Such as "in 3 days". */
    public static String until(Duration left) {
        if (left.isNegative()) {
            return text("until.now");
        }
        if (left.toDays() > 1) {
            return text("until.days", left.toDays());
        }
        return left.toHours() > 1 ? text("until.hours", left.toHours()) : text("until.minutes", left.toMinutes());
    }
}
