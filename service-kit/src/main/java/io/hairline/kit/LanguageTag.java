package io.hairline.kit;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Languages as callers name them: BCP 47, of a language and a country that exist. */
public final class LanguageTag {

    private static final Set<String> LANGUAGES = Stream.concat(
                    Arrays.stream(Locale.getISOLanguages()),
                    Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage))
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private LanguageTag() {}

    /**
     * The tag in its usual upper and lower case.
     *
     * @throws IllegalArgumentException with what is wrong, as the end of a sentence that begins with the field's name
     */
    public static String parse(String written) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(written).build();
            if (LANGUAGES.contains(locale.getLanguage()) && isKnown(locale.getCountry())) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException _) {
            // Refused below, like a language that doesn't exist.
        }
        throw new IllegalArgumentException("must be a known language as a BCP 47 tag, such as de, en-GB or zh-Hant");
    }

    /** Absent, a country of ISO 3166, or one of the numbers for regions such as Latin America. */
    private static boolean isKnown(String country) {
        return country.isEmpty()
                || COUNTRIES.contains(country)
                || country.chars().allMatch(Character::isDigit);
    }
}
