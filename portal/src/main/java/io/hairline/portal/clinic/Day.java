package io.hairline.portal.clinic;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.language.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A day as a grid: a column for each practitioner, a row for each quarter of an hour by the clinic's clock.
 *
 * @param off where nobody works: before, between and after shifts, absences, closed days
 * @param free where an appointment can be begun
 * @param gone cancelled and missed appointments, which stand below the grid
 * @param now the row of the present; nothing on other days
 */
record Day(
        List<Column> columns,
        List<Hour> hours,
        List<Block> off,
        List<Free> free,
        List<Card> cards,
        List<Visit> gone,
        @Nullable Integer now) {

    private static final int EARLIEST = 8;
    private static final int LATEST = 20;
    private static final int QUARTER = 15;
    private static final int ROWS_OF_AN_HOUR = 4;
    private static final Set<String> GONE = Set.of("CANCELLED", "LATE_CANCELLED", "NO_SHOW");

    record Column(int number, String practitionerId, String name, boolean absent) {}

    record Hour(int row, int hour, String name) {}

    /** Some rows of a column. */
    record Block(int column, int row, int rows) {
        public String place() {
            return "col-" + column + " at-" + row + " for-" + rows;
        }
    }

    /**
     * A place that can be booked, with the link's words.
     *
     * @param room minutes until the practitioner's next appointment or the end of the stretch
     */
    record Free(Block block, String practitionerId, String practitioner, LocalDateTime at, int room) {
        public String time() {
            return Texts.time(at.toLocalTime());
        }
    }

    /** An appointment in its place. */
    record Card(Appointment it, String client, Readiness readiness, int column, int row, int rows) {

        public String place() {
            return "col-" + column + " at-" + row + " for-" + rows;
        }

        public boolean isSmall() {
            return rows <= 3;
        }

        public boolean isTiny() {
            return rows == 1;
        }
    }

    /** Who comes, and whether all is ready for it. */
    record Visit(Appointment it, String client, Readiness readiness) {}

    /** @param now the present by the clinic's clock */
    static Day of(LocalDate date, List<WorkingTime> working, List<Visit> visits, LocalDateTime now) {
        List<Visit> shown = visits.stream()
                .filter(it -> it.it().takesTime())
                .sorted(Comparator.comparing(it -> it.it().startsAt()))
                .toList();
        int from = IntStream.concat(
                        shown.stream().mapToInt(it -> start(it).getHour()),
                        working.stream().flatMap(it -> it.stretches().stream()).mapToInt(it -> it.from() / 60))
                .reduce(EARLIEST, Math::min);
        int until = IntStream.concat(
                        shown.stream().mapToInt(Day::endHour),
                        working.stream()
                                .flatMap(it -> it.stretches().stream())
                                .mapToInt(it -> Math.ceilDiv(it.until(), 60)))
                .reduce(LATEST, Math::max);
        List<String> ids = working.stream().map(WorkingTime::practitionerId).toList();
        List<Card> cards = shown.stream()
                .filter(it -> ids.contains(it.it().practitionerId()))
                .map(it -> card(it, ids.indexOf(it.it().practitionerId()) + 1, from))
                .toList();
        Grid grid = new Grid(date, working, cards, from, until);
        return new Day(
                IntStream.range(0, working.size())
                        .mapToObj(it -> new Column(
                                it + 1,
                                ids.get(it),
                                working.get(it).name(),
                                working.get(it).absent()))
                        .toList(),
                IntStream.range(from, until)
                        .mapToObj(
                                it -> new Hour((it - from) * ROWS_OF_AN_HOUR + 1, it, Texts.time(LocalTime.of(it, 0))))
                        .toList(),
                grid.off(),
                grid.free(now),
                cards,
                visits.stream().filter(it -> GONE.contains(it.it().status())).toList(),
                row(date, now, from, until));
    }

    private static @Nullable Integer row(LocalDate date, LocalDateTime now, int from, int until) {
        boolean inside = now.toLocalDate().equals(date) && now.getHour() >= from && now.getHour() < until;
        return inside ? (now.getHour() - from) * ROWS_OF_AN_HOUR + now.getMinute() / QUARTER + 1 : null;
    }

    /** Finds the empty places of the day, column by column. */
    private record Grid(LocalDate date, List<WorkingTime> working, List<Card> cards, int from, int until) {

        List<Block> off() {
            List<Block> blocks = new ArrayList<>();
            for (int column = 1; column <= working.size(); column++) {
                WorkingTime it = working.get(column - 1);
                int begin = 0;
                for (int row = 1; row <= rows() + 1; row++) {
                    boolean off = row <= rows() && !it.contains(minute(row));
                    if (off && begin == 0) {
                        begin = row;
                    } else if (!off && begin > 0) {
                        blocks.add(new Block(column, begin, row - begin));
                        begin = 0;
                    }
                }
            }
            return blocks;
        }

        /** From each half hour and from the end of each appointment, until the next half hour. */
        List<Free> free(LocalDateTime now) {
            List<Free> free = new ArrayList<>();
            for (int column = 1; column <= working.size(); column++) {
                for (int row = 1; row <= rows(); row++) {
                    LocalDateTime at = date.atTime(LocalTime.MIN).plusMinutes(minute(row));
                    if (at.isAfter(now) && isFree(column, row) && (isHalf(row) || !isFree(column, row - 1))) {
                        int length = isHalf(row) && isFree(column, row + 1) ? 2 : 1;
                        WorkingTime who = working.get(column - 1);
                        free.add(new Free(
                                new Block(column, row, length),
                                who.practitionerId(),
                                who.name(),
                                at,
                                room(column, row)));
                    }
                }
            }
            return free;
        }

        private int room(int column, int row) {
            int end = row;
            while (isFree(column, end)) {
                end++;
            }
            return (end - row) * QUARTER;
        }

        private boolean isFree(int column, int row) {
            return row >= 1
                    && row <= rows()
                    && working.get(column - 1).contains(minute(row))
                    && cards.stream()
                            .noneMatch(it -> it.column() == column && row >= it.row() && row < it.row() + it.rows());
        }

        private static boolean isHalf(int row) {
            return row % 2 == 1;
        }

        private int rows() {
            return (until - from) * ROWS_OF_AN_HOUR;
        }

        private int minute(int row) {
            return from * 60 + (row - 1) * QUARTER;
        }
    }

    private static Card card(Visit visit, int column, int from) {
        LocalTime start = start(visit);
        int row = (start.getHour() - from) * ROWS_OF_AN_HOUR + start.getMinute() / QUARTER + 1;
        return new Card(visit.it(), visit.client(), visit.readiness(), column, row, (int)
                Math.max(1, minutes(visit) / QUARTER));
    }

    private static LocalTime start(Visit it) {
        return it.it().localStart().toLocalTime();
    }

    private static int endHour(Visit visit) {
        return Math.min(24, (int) Math.ceilDiv(start(visit).toSecondOfDay() / 60 + minutes(visit), 60L));
    }

    private static long minutes(Visit it) {
        return Duration.between(it.it().startsAt(), it.it().endsAt()).toMinutes();
    }
}
