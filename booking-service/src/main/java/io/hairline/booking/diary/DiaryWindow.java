package io.hairline.booking.diary;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.contracts.headoffice.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.function.Predicate;

/** Some local days of one clinic, as a stretch of the grid with a margin on both sides for preparation and cleaning. */
public final class DiaryWindow {

    private static final int MARGIN = 64;
    private static final int QUARTERS_A_DAY = 96;
    /** A shift of the day before or after may run past midnight; the last of these days ends another one. */
    private static final int DAYS_BEFORE = 1;

    private static final int DAYS_AFTER = 3;

    private final LocalDate from;
    private final LocalDate until;
    private final ZoneId zone;
    /** The first cell of each day by the zone's clock, reckoned once: every practitioner's plan is laid over them. */
    private final long[] dayStarts;

    /**
     * Some days.
     *
     * @param until the last day, included
     */
    public DiaryWindow(LocalDate from, LocalDate until, ZoneId zone) {
        this.from = from;
        this.until = until;
        this.zone = zone;
        LocalDate first = from.minusDays(DAYS_BEFORE);
        this.dayStarts = first.datesUntil(until.plusDays(DAYS_AFTER + 1L))
                .mapToLong(it -> Cells.of(it.atStartOfDay(zone).toInstant()))
                .toArray();
    }

    LocalDate from() {
        return from;
    }

    LocalDate until() {
        return until;
    }

    ZoneId zone() {
        return zone;
    }

    long firstCell() {
        return dayStarts[DAYS_BEFORE];
    }

    long endCell() {
        return dayStarts[dayStarts.length - DAYS_AFTER];
    }

    CellSet none() {
        return CellSet.none(firstCell() - MARGIN, length());
    }

    CellSet all() {
        return CellSet.all(firstCell() - MARGIN, length());
    }

    private int length() {
        return (int) (endCell() - firstCell()) + 2 * MARGIN;
    }

    /** From where on an appointment can reach into the window, however long it is. */
    public Instant reachedFrom() {
        return Cells.start(firstCell() - MARGIN);
    }

    public Instant reachedUntil() {
        return Cells.start(endCell() + MARGIN);
    }

    CellSet open(Clinic clinic) {
        return planned(clinic.openingHours(), clinic::isOpenOn);
    }

    /** When the practitioner is in this clinic and may treat there. */
    CellSet working(Practitioner practitioner, Clinic clinic) {
        return planned(
                practitioner.shiftsIn(clinic.id()),
                day -> !practitioner.isAway(day, clinic.id()) && practitioner.isLicensed(clinic.jurisdiction(), day));
    }

    /** A weekly plan laid over the days, and over the day before and after: a shift may run past midnight. */
    private CellSet planned(List<Hours> plan, Predicate<LocalDate> counts) {
        CellSet cells = none();
        LocalDate day = from.minusDays(DAYS_BEFORE);
        for (int index = 0; index < dayStarts.length - 2; index++) {
            lay(plan, day, index, counts, cells);
            day = day.plusDays(1);
        }
        return cells;
    }

    /** What runs past midnight is laid by the next day's own clock, and counts as the day's on which it begins. */
    private void lay(List<Hours> plan, LocalDate day, int index, Predicate<LocalDate> counts, CellSet cells) {
        for (Hours hours : plan) {
            if (hours.day() == day.getDayOfWeek() && counts.test(day)) {
                int start = hours.startMinute() / Cells.MINUTES;
                int end = hours.endMinute() / Cells.MINUTES;
                lay(index, start, Math.min(end, QUARTERS_A_DAY), cells);
                if (end > QUARTERS_A_DAY) {
                    lay(index + 1, 0, end - QUARTERS_A_DAY, cells);
                }
            }
        }
    }

    /** Quarters of one day's wall clock. */
    private void lay(int index, int start, int end, CellSet cells) {
        long first = dayStarts[index];
        long last = dayStarts[index + 1];
        if (last - first == QUARTERS_A_DAY) {
            cells.add(first + start, first + end);
        } else {
            layByWallTime(start, end, first, last, cells);
        }
    }

    /** A day on which the clocks change: what its wall clock shows counts, however often it does. */
    private void layByWallTime(int start, int end, long first, long last, CellSet cells) {
        for (long cell = first; cell < last; cell++) {
            int quarter = quarter(Cells.start(cell).atZone(zone).toLocalTime());
            if (quarter >= start && quarter < end) {
                cells.add(cell, cell + 1);
            }
        }
    }

    private static int quarter(LocalTime time) {
        return time.toSecondOfDay() / 60 / Cells.MINUTES;
    }

    /**
     * Where an appointment may start: on these days, and where its wall time names one instant. In the hour that a zone
     * repeats that is the first one, for the wall time is what a client is promised.
     */
    CellSet starts() {
        CellSet cells = none().add(firstCell(), endCell());
        Instant end = Cells.start(endCell());
        ZoneOffsetTransition change = zone.getRules().nextTransition(Cells.start(firstCell()));
        while (change != null && change.getInstant().isBefore(end)) {
            if (change.isOverlap()) {
                Instant repeated = change.getInstant();
                cells.remove(
                        Cells.of(repeated),
                        Cells.of(repeated.plus(change.getDuration().negated())));
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return cells;
    }
}
