package io.hairline.portal.clinic;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.Practitioner;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A day as a grid: a column for each practitioner, a row for each quarter of an hour. */
record Day(List<Column> columns, List<Hour> hours, List<Card> cards) {

    private static final int EARLIEST = 8;
    private static final int LATEST = 20;

    record Column(int number, String name) {}

    record Hour(int row, String name) {}

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

    static Day of(List<Practitioner> practitioners, List<Visit> visits) {
        List<Visit> shown = visits.stream()
                .filter(it -> it.it().takesTime())
                .sorted(Comparator.comparing(it -> it.it().startsAt()))
                .toList();
        List<Practitioner> all = new ArrayList<>(practitioners);
        List<String> ids = all.stream().map(Practitioner::id).toList();
        int from = shown.stream().mapToInt(it -> start(it).getHour()).reduce(EARLIEST, Math::min);
        int until = shown.stream().mapToInt(it -> end(it)).reduce(LATEST, Math::max);
        List<Card> cards = shown.stream()
                .filter(it -> ids.contains(it.it().practitionerId()))
                .map(it -> card(it, ids.indexOf(it.it().practitionerId()) + 1, from))
                .toList();
        return new Day(
                IntStream.range(0, all.size())
                        .mapToObj(it -> new Column(it + 1, all.get(it).displayName()))
                        .toList(),
                IntStream.range(from, until)
                        .mapToObj(it -> new Hour((it - from) * 4 + 1, "%02d:00".formatted(it)))
                        .toList(),
                cards);
    }

    private static Card card(Visit visit, int column, int from) {
        LocalTime start = start(visit);
        int row = (start.getHour() - from) * 4 + start.getMinute() / 15 + 1;
        long minutes =
                Duration.between(visit.it().startsAt(), visit.it().endsAt()).toMinutes();
        return new Card(visit.it(), visit.client(), visit.readiness(), column, row, (int) Math.max(1, minutes / 15));
    }

    private static LocalTime start(Visit it) {
        return it.it().localStart().toLocalTime();
    }

    private static int end(Visit visit) {
        Appointment it = visit.it();
        long minutes = Duration.between(it.startsAt(), it.endsAt()).toMinutes();
        return Math.min(24, (int) Math.ceilDiv(start(visit).toSecondOfDay() / 60 + minutes, 60L));
    }
}
