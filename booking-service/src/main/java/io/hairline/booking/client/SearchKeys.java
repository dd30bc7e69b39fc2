package io.hairline.booking.client;

import io.hairline.contracts.ClinicId;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client is found by.
 *
 * @param grams three-letter pieces of her name, each behind her clinic, so that a search never leaves the clinic
 * @param nameAndBirth her whole name and date of birth, for the whole brand
 */
record SearchKeys(List<String> grams, String nameAndBirth) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int PIECE = 3;

    static SearchKeys of(Client.Particulars it, ClinicId home) {
        String name = it.givenName() + " " + it.familyName();
        return new SearchKeys(
                gramsOf(name).stream().map(gram -> inClinic(home, gram)).toList(),
                nameAndBirth(name, it.dateOfBirth().toString()));
    }

    static String inClinic(ClinicId clinic, String gram) {
        return clinic.value() + " " + gram;
    }

    static String nameAndBirth(String name, String birth) {
        return plain(name) + " " + birth;
    }

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
