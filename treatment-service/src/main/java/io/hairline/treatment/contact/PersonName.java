package io.hairline.treatment.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A client's name, to compare a signature with.
 *
 * @param familyName empty for people who have a single name
 */
record PersonName(String givenName, String familyName) {

    /** Marks on Latin, Greek and Cyrillic letters; in other scripts marks are part of the letters. */
    private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}])\\p{M}+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Letters that have no mark to leave out and are often written otherwise. */
    private static final Map<String, String> WRITTEN_OTHERWISE = Map.of(
            "\u00df", "ss", "\u00e6", "ae", "\u0153", "oe", "\u00f8", "o", "\u0142", "l", "\u0111", "d", "\u0131", "i");

    /**
     * Whether somebody signed with this name: case, accents, order, hyphens and further names don't matter, but a part of
     * the given and a part of the family name must be there.
     */
    boolean isSignedBy(String signature) {
        List<String> signed = words(signature);
        List<String> given = words(givenName);
        List<String> family = words(familyName);
        boolean both = hasAnyOf(signed, given) && hasAnyOf(signed, family);
        return !signed.isEmpty() && (both || writtenTogether(signed, given, family));
    }

    private static boolean hasAnyOf(List<String> signed, List<String> name) {
        return name.isEmpty() || !Collections.disjoint(signed, name);
    }

    /** O'Brien and OBrien, and names of scripts that set no spaces. */
    private static boolean writtenTogether(List<String> signed, List<String> given, List<String> family) {
        String whole = String.join("", signed);
        return whole.equals(together(given, family)) || whole.equals(together(family, given));
    }

    private static String together(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return String.join("", all);
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        plain = Normalizer.normalize(ACCENTS.matcher(plain).replaceAll(""), Normalizer.Form.NFKC);
        for (Map.Entry<String, String> letter : WRITTEN_OTHERWISE.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
