package io.hairline.booking.diary;

import io.hairline.booking.network.Clinic;
import io.hairline.booking.network.Practitioner;
import io.hairline.contracts.headoffice.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some local days of one clinic, as a stretch of the grid with a margin on both sides for preparation and cleaning.
 *
 * @param until the last day, included
 */
public record Window(LocalDate from, LocalDate until, ZoneId zone) {

    private static final int MARGIN = 64;

    long firstCell() {
        return Cells.of(from.atStartOfDay(zone).toInstant());
    }

    long endCell() {
        return Cells.of(until.plusDays(1).atStartOfDay(zone).toInstant());
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
        return planned(clinic.openingHours(), day -> !clinic.closedDays().contains(day));
    }

    /** When she is in this clinic and may treat there. */
    CellSet working(Practitioner practitioner, Clinic clinic) {
        return planned(
                practitioner.shiftsIn(clinic.id()),
                day -> !practitioner.isAway(day) && practitioner.isLicensed(clinic.jurisdiction(), day));
    }

    /** A weekly plan laid over the days; in the hour that a zone skips there is nothing, the one it repeats counts twice. */
    private CellSet planned(List<Hours> plan, Predicate<LocalDate> counts) {
        CellSet cells = none();
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            for (Hours hours : plan) {
                if (hours.day() == day.getDayOfWeek() && counts.test(day)) {
                    cells.add(Cells.of(at(day, hours.from())), Cells.of(end(day, hours.until())));
                }
            }
        }
        return cells;
    }

    private Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }

    private Instant end(LocalDate day, LocalTime until) {
        return until.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : ZonedDateTime.of(day, until, zone).withLaterOffsetAtOverlap().toInstant();
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
