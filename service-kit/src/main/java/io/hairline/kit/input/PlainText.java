package io.hairline.kit.input;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text that a person can read: in Unicode's normal form C, without space at its ends, and without characters that can't
 * be seen or that change how others are shown.
 *
 * <p>Invisible joiners stay where a script needs them: U+200C and U+200D behind a letter or mark of a script that joins
 * (Unicode 16, chapters 9, 12, 13 and 16), and U+200D between the parts of an emoji.
 */
public final class PlainText {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.BENGALI,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.GUJARATI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.KANNADA,
            UnicodeScript.KHMER,
            UnicodeScript.MALAYALAM,
            UnicodeScript.MANDAIC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.NKO,
            UnicodeScript.ORIYA,
            UnicodeScript.SINHALA,
            UnicodeScript.SYRIAC,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.TIBETAN);

    /** Letters, marks and symbols that Unicode shows as nothing, or that stand for what could not be decoded. */
    private static final Set<Integer> SHOWN_AS_NOTHING =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0xFFFD);

    private PlainText() {}

    /**
     * The text as it is stored.
     *
     * @throws NotPlain if it holds a character that has no place in text
     */
    public static String line(String typed) {
        return of(typed, false);
    }

    /**
     * The same for a field of paragraphs, where lines end with {@code \n}.
     *
     * @throws NotPlain if it holds a character that has no place in text
     */
    public static String paragraphs(String typed) {
        return of(typed, true);
    }

    static String of(String typed, boolean paragraphs) {
        if (isAsciiLine(typed)) {
            return typed;
        }
        String text = trimmed(Normalizer.normalize(
                paragraphs ? typed.replace("\r\n", "\n").replace('\r', '\n') : typed, Normalizer.Form.NFC));
        int[] characters = text.codePoints().toArray();
        boolean visible = characters.length == 0;
        for (int at = 0; at < characters.length; at++) {
            int it = characters[at];
            boolean lineBreak = it == '\n' || it == '\t';
            if (!(lineBreak && paragraphs)) {
                check(characters, at, lineBreak);
            }
            visible |= !isMark(it) && !isSpace(it) && Character.getType(it) != Character.FORMAT;
        }
        if (!visible) {
            throw new NotPlain("must hold a character that can be seen");
        }
        return text;
    }

    /** Nearly all texts of a request: nothing to normalise, trim or look up. */
    private static boolean isAsciiLine(String typed) {
        int length = typed.length();
        for (int at = 0; at < length; at++) {
            char it = typed.charAt(at);
            if (it < ' ' || it > '~') {
                return false;
            }
        }
        return length == 0 || (typed.charAt(0) != ' ' && typed.charAt(length - 1) != ' ');
    }

    private static void check(int[] characters, int at, boolean lineBreak) {
        int it = characters[at];
        if (lineBreak || it == '\r') {
            throw new NotPlain("must be one line, without line breaks or tabs");
        }
        boolean allowed = switch (Character.getType(it)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> (it == NON_JOINER || it == JOINER) && joins(characters, at);
            default -> !SHOWN_AS_NOTHING.contains(it);
        };
        if (!allowed) {
            throw new NotPlain("must be plain text; it holds %s, which can't be shown".formatted(named(it)));
        }
    }

    /** Whether the joiner at this place changes how the letters beside it look. */
    private static boolean joins(int[] characters, int at) {
        if (at == 0) {
            return false;
        }
        int before = characters[at - 1];
        @Nullable Integer after = at + 1 < characters.length ? characters[at + 1] : null;
        if (after != null && characters[at] == JOINER && isEmoji(before) && Character.isExtendedPictographic(after)) {
            return true;
        }
        boolean endsWord = after == null || !(Character.isLetter(after) || isMark(after));
        return JOINING.contains(scriptBefore(characters, at)) && (isMark(before) || !endsWord);
    }

    private static boolean isEmoji(int it) {
        return Character.isExtendedPictographic(it) || Character.isEmojiModifier(it) || it == EMOJI_STYLE;
    }

    /** Of the letter that the joiner follows; marks of several scripts belong to the letter before them. */
    private static UnicodeScript scriptBefore(int[] characters, int at) {
        int letter = at - 1;
        while (letter > 0 && UnicodeScript.of(characters[letter]) == UnicodeScript.INHERITED) {
            letter--;
        }
        return isMark(characters[at - 1]) || Character.isLetter(characters[at - 1])
                ? UnicodeScript.of(characters[letter])
                : UnicodeScript.COMMON;
    }

    private static boolean isMark(int it) {
        return switch (Character.getType(it)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isSpace(int it) {
        return Character.isWhitespace(it) || Character.isSpaceChar(it);
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String named(int it) {
        return "U+%04X".formatted(it);
    }

    /** A text that can't be stored; the message says what it must be, and holds nothing of the text. */
    public static final class NotPlain extends IllegalArgumentException {
        NotPlain(String rule) {
            super(rule);
        }

        public String rule() {
            return String.valueOf(getMessage());
        }
    }
}
