package io.hairline.booking.client.merge;

import io.hairline.booking.client.search.SearchKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How likely two records are of one person, by what they have in common. */
final class RecordSimilarity {

    /** How likely each of them alone makes it: families share a phone, hardly any two people a name and a day of birth. */
    private static final Map<String, Double> WEIGHTS = Map.of("PHONE", 0.6, "EMAIL", 0.7, "NAME_AND_BIRTH", 0.9);

    private RecordSimilarity() {}

    static List<String> because(SearchKeys one, SearchKeys other) {
        List<String> because = new ArrayList<>();
        if (one.nameAndBirth().equals(other.nameAndBirth())) {
            because.add("NAME_AND_BIRTH");
        }
        if (one.email().equals(other.email())) {
            because.add("EMAIL");
        }
        if (one.phone().equals(other.phone())) {
            because.add("PHONE");
        }
        return because;
    }

    /** From 0 to 1, with two decimals; each thing in common takes its share of the doubt that is left. */
    static double score(SearchKeys one, SearchKeys other) {
        double doubt = because(one, other).stream()
                .mapToDouble(it -> 1 - WEIGHTS.getOrDefault(it, 0.0))
                .reduce(1, (left, right) -> left * right);
        return Math.round((1 - doubt) * 100) / 100.0;
    }
}
