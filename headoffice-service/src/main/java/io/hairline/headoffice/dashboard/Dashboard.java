package io.hairline.headoffice.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question for numbers: each figure over the whole period, and step by step.
 *
 * @param over the period of the tiles' values
 * @param comparedWith the period over which the tiles' previous values are
 */
record Dashboard(List<Tile> tiles, List<Series> series, Period.Days over, Period.Days comparedWith) {

    /**
     * One figure of a clinic in the middle of the network.
     *
     * @param value absent if no clinic has one
     */
    record Median(String key, String unit, @Nullable BigDecimal value) {}

    /** One figure through the period's steps. */
    record Series(String key, String unit, List<Point> points) {}

    /**
     * One step of a series.
     *
     * @param from its first day, or the period's if that is later
     */
    record Point(LocalDate from, @Nullable BigDecimal value) {}
}
