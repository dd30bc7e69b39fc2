package io.hairline.booking.client;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client is found by: tokens of {@link ClientEncryption}.
 *
 * @param nameAndBirth her whole name and date of birth, for the whole brand
 * @param grams three-letter pieces of her name, for her clinic
 */
record SearchKeys(String phone, String email, String nameAndBirth, List<String> grams) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int PIECE = 3;

    /** Without case, accents and punctuation. */
    static String plain(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NOT_A_LETTER
                .matcher(spelt(bare.toLowerCase(Locale.ROOT)))
                .replaceAll(" ")
                .strip();
    }

    /** Letters that no accent can be taken from, as they are written where nobody has them. */
    private static String spelt(String name) {
        return name.replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("þ", "th");
    }

    static Set<String> gramsOf(String name) {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : plain(name).split(" ", -1)) {
            String padded = "^" + word + "$";
            for (int at = 0; at + PIECE <= padded.length(); at++) {
                grams.add(padded.substring(at, at + PIECE));
            }
        }
        return grams;
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
