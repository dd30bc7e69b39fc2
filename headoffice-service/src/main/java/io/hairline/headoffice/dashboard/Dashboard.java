package io.hairline.headoffice.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a question for numbers: each figure over the whole period, and step by step. */
record Dashboard(List<Tile> tiles, List<Series> series) {

    /** One figure through the period's steps. */
    record Series(String key, String unit, List<Point> points) {}

    /**
     * One step of a series.
     *
     * @param from its first day, or the period's if that is later
     */
    record Point(LocalDate from, @Nullable BigDecimal value) {}
}
