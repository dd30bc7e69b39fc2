package io.hairline.contracts.headoffice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a jurisdiction asks of those who treat there. The data is in {@code jurisdictions.properties}; where a part of a
 * country has no line of its own, the country's counts.
 *
 * @param training what a practitioner must have been trained in
 * @param guests how long a practitioner without a licence may work there; absent where none may
 * @param chartYears for how many years after the last session a chart is kept
 */
public record JurisdictionRules(
        Set<TrainingKind> training, @Nullable GuestLimit guests, int chartYears) {

    private static final Properties DATA = read();

    public JurisdictionRules {
        training = Set.copyOf(training);
    }

    /** @param jurisdiction a country or its part by ISO 3166, such as {@code US-NY} */
    public static JurisdictionRules of(String jurisdiction) {
        String training = Objects.requireNonNullElse(find(jurisdiction, "training"), "");
        String inARow = find(jurisdiction, "guest-days-in-a-row");
        String aYear = find(jurisdiction, "guest-days-a-year");
        return new JurisdictionRules(
                Arrays.stream(training.split(","))
                        .filter(it -> !it.isBlank())
                        .map(it -> TrainingKind.valueOf(it.strip()))
                        .collect(Collectors.toSet()),
                inARow == null || aYear == null
                        ? null
                        : new GuestLimit(Integer.parseInt(inARow), Integer.parseInt(aYear)),
                Integer.parseInt(Objects.requireNonNull(find(jurisdiction, "chart-years"))));
    }

    /** Whether what counts in the first counts in the second: the same, or a part of it. */
    public static boolean covers(String jurisdiction, String where) {
        return where.equals(jurisdiction) || where.startsWith(jurisdiction + "-");
    }

    private static @Nullable String find(String jurisdiction, String rule) {
        String country = jurisdiction.substring(0, 2);
        String own = DATA.getProperty(jurisdiction + "." + rule, DATA.getProperty(country + "." + rule));
        return own == null ? DATA.getProperty("default." + rule) : own;
    }

    private static Properties read() {
        Properties data = new Properties();
        try (InputStream file =
                Objects.requireNonNull(JurisdictionRules.class.getResourceAsStream("/jurisdictions.properties"))) {
            data.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data;
    }
}
