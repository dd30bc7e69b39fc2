package io.hairline.launcher.recount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** The numbers as they are counted, by their keys. */
final class Tiles {

    private final Map<String, BigDecimal> values = new TreeMap<>();

    void count(String key, long number) {
        values.put(key, BigDecimal.valueOf(number));
    }

    void add(String key, BigDecimal amount) {
        values.merge(key, amount, BigDecimal::add);
    }

    /** In percent; of nothing there is no rate. */
    void rate(String key, long part, long whole) {
        ratio(key, 100 * part, whole);
    }

    /** Of nothing there is no ratio. */
    void ratio(String key, long part, long whole) {
        if (whole > 0) {
            values.put(key, BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
        }
    }

    Map<String, BigDecimal> values() {
        return values;
    }
}
