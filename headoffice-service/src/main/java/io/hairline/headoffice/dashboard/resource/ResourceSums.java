package io.hairline.headoffice.dashboard.resource;

import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.dashboard.Period;
import io.hairline.headoffice.dashboard.Tile;
import io.hairline.headoffice.dashboard.kpi.Kpi;
import io.hairline.headoffice.dashboard.kpi.Totals;
import io.hairline.headoffice.dashboard.projection.DailyTotals;
import io.hairline.headoffice.dashboard.projection.Measure;
import io.hairline.headoffice.dashboard.resource.ResourceFigures.ChairFigures;
import io.hairline.headoffice.dashboard.resource.ResourceFigures.PractitionerFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The sums of a clinic's practitioners and chairs by day, over a period and the one before. */
record ResourceSums(List<DailyTotals> cells, Period period, Period before, String zone, Instant now) {

    private static final Set<String> OF_PRACTITIONERS =
            Set.of("utilisation", "bookings", "sessions", "noShowRate", "lateCancelRate", "rebookingRate");
    private static final Set<String> OF_CHAIRS = Set.of("utilisation", "bookings", "noShowRate");
    private static final String UTILISATION = "utilisation";
    private static final String OF_A_CHAIR =
            "Service minutes of appointments in the chair that are confirmed, arrived, in the chair or completed, divided"
                    + " by the minutes of the clinic's opening hours of today's week, without closed days.";

    LocalDate first() {
        return before.from();
    }

    LocalDate last() {
        return period.to();
    }

    /** Who has any sum. */
    Stream<PractitionerId> practitioners() {
        return cells.stream()
                .flatMap(it -> it.sums().entrySet().stream())
                .filter(it -> it.getValue() != 0)
                .map(it -> DailyTotals.resourceOf(it.getKey()))
                .filter(it -> it.startsWith(PractitionerId.PREFIX + "_"))
                .distinct()
                .map(PractitionerId::new);
    }

    PractitionerFigures practitioner(PractitionerId id, String name, Map<LocalDate, Long> available) {
        Totals totals = totals(period, id.value(), available);
        return new PractitionerFigures(
                id,
                name,
                totals.of(Measure.BOOKED_MINUTES),
                totals.availableMinutes(),
                tiles(OF_PRACTITIONERS, totals, totals(before, id.value(), available), ""));
    }

    ChairFigures chair(Clinic.Chair chair, Map<LocalDate, Long> available) {
        String id = chair.id().value();
        Totals totals = totals(period, id, available);
        return new ChairFigures(
                chair.id(),
                chair.name(),
                totals.of(Measure.BOOKED_MINUTES),
                totals.availableMinutes(),
                tiles(OF_CHAIRS, totals, totals(before, id, available), OF_A_CHAIR));
    }

    private Totals totals(Period of, String resource, Map<LocalDate, Long> available) {
        return Totals.of(
                cells.stream()
                        .filter(it -> of.contains(it.day()))
                        .map(it -> it.of(resource))
                        .toList(),
                available.entrySet().stream()
                        .filter(it -> of.contains(it.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum());
    }

    private List<Tile> tiles(Set<String> keys, Totals totals, Totals previous, String utilisation) {
        return Kpi.all(List.of()).stream()
                .filter(it -> keys.contains(it.key()))
                .map(it -> new Tile(
                        it.key(),
                        it.value().apply(totals),
                        it.value().apply(previous),
                        it.unit(),
                        it.key().equals(UTILISATION) && !utilisation.isEmpty() ? utilisation : it.formula(),
                        zone,
                        now))
                .toList();
    }
}
