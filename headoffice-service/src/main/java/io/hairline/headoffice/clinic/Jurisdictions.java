package io.hairline.headoffice.clinic;

import io.hairline.kit.Refusal;
import java.util.Locale;
import java.util.Set;

/** Where practitioners are licensed: a country by ISO 3166-1, or a part of one, such as {@code US-NY}. */
public final class Jurisdictions {

    /** Their form; {@link #checked} looks at the country, too. */
    public static final String FORM = "[A-Z]{2}(-[A-Z0-9]{1,3})?";

    public static final String RULE = "must be a country or its part by ISO 3166, such as DE or US-NY";

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Jurisdictions() {}

    /** Refuses one of a country that there isn't. */
    public static String checked(String jurisdiction) {
        if (!COUNTRIES.contains(jurisdiction.substring(0, 2))) {
            throw Refusal.input("jurisdiction", RULE);
        }
        return jurisdiction;
    }
}
