package io.hairline.contracts;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What ISO 4217 says about currencies, as the Java runtime knows it. */
public final class Currencies {

    private static final Set<String> OF_COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(it -> Currency.getInstance(Locale.of("", it)))
            .filter(it -> it != null && it.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** How many decimals an amount has: 2 for EUR, 0 for JPY, 3 for KWD, -1 for what has no amounts, such as gold. */
    public static int digits(String code) {
        return Currency.getInstance(code).getDefaultFractionDigits();
    }

    /** Whether some country is paid in it today: no metal, no fund, no test code, and none that was withdrawn. */
    public static boolean isPaidWith(String code) {
        return OF_COUNTRIES.contains(code);
    }
}
