package io.hairline.booking.client.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a client is found by: tokens of {@link io.hairline.booking.client.ClientEncryption}.
 *
 * @param nameAndBirth the whole name and the date of birth, for the whole brand
 * @param grams pieces of the name, for the home clinic
 */
public record SearchKeys(String phone, String email, String nameAndBirth, List<String> grams) {

    /** What an erased client isn't found by. */
    public static final SearchKeys NONE = new SearchKeys("", "", "", List.of());

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final int PIECE = 3;

    /**
     * A name without differences of writing: one form for full-width and other compatible letters, lower case, no
     * punctuation. Accents are dropped where they only vary a letter, in Latin, Greek and Cyrillic; in other scripts
     * combining marks are vowels or tones, and stay.
     */
    public static String plain(String name) {
        String folded = spelt(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        return NOT_IN_A_NAME.matcher(withoutAccents(folded)).replaceAll(" ").strip();
    }

    private static String withoutAccents(String name) {
        StringBuilder kept = new StringBuilder();
        UnicodeScript script = UnicodeScript.COMMON;
        for (int point :
                Normalizer.normalize(name, Normalizer.Form.NFD).codePoints().toArray()) {
            boolean mark = Character.getType(point) == Character.NON_SPACING_MARK;
            if (!mark) {
                script = UnicodeScript.of(point);
            }
            if (!mark || !isAccented(script)) {
                kept.appendCodePoint(point);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean isAccented(UnicodeScript script) {
        return script == UnicodeScript.LATIN || script == UnicodeScript.GREEK || script == UnicodeScript.CYRILLIC;
    }

    /** Letters that no accent can be taken from, as they are written on keyboards that lack them. */
    private static String spelt(String name) {
        return name.replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("þ", "th")
                .replace("ς", "σ");
    }

    /** The words of a name in an order of their own, so that it doesn't matter which name is given first. */
    public static String inOrder(String name) {
        String plain = plain(name);
        return isWrittenWithoutSpaces(plain)
                ? plain.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .sorted()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                : Arrays.stream(plain.split(" ", -1)).sorted().collect(Collectors.joining(" "));
    }

    private static boolean isWrittenWithoutSpaces(String plain) {
        return plain.codePoints().anyMatch(Character::isLetter)
                && plain.codePoints().filter(Character::isLetter).allMatch(SearchKeys::isOneWord);
    }

    /** A character that is a piece of a name by itself: Chinese, Japanese, Korean. */
    private static boolean isOneWord(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }

    public static Set<String> gramsOf(String name) {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : plain(name).split(" ", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            int[] padded = ("^" + word + "$").codePoints().toArray();
            for (int at = 0; at + PIECE <= padded.length; at++) {
                grams.add(new String(padded, at, PIECE));
            }
            Arrays.stream(padded).filter(SearchKeys::isOneWord).forEach(it -> grams.add(Character.toString(it)));
        }
        return grams;
    }

    /** Whether one of the words of a name begins with what was typed. */
    static boolean beginsWith(String name, String typed) {
        String start = plain(typed);
        return !start.isEmpty() && (" " + plain(name)).contains(" " + start);
    }

    /** How alike two names are, from 0 to 1: the share of pieces they have in common. */
    static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
