package io.hairline.headoffice.dashboard;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.dashboard.kpi.Kpi;
import io.hairline.headoffice.dashboard.projection.ClientFactsStore;
import io.hairline.headoffice.dashboard.projection.Contribution;
import io.hairline.headoffice.dashboard.projection.DailyTotals;
import io.hairline.headoffice.money.MinorUnits;
import io.hairline.kit.Refusal;
import io.hairline.kit.web.Page;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a number of the dashboard is made of; it reads only the days that have something of it, from the last one back. */
@Service
class DrillDown {

    private static final int LENGTH_OF_A_DAY = 10;

    private final DashboardReader dashboards;
    private final ClientFactsStore clientFacts;

    DrillDown(DashboardReader dashboards, ClientFactsStore clientFacts) {
        this.dashboards = dashboards;
        this.clientFacts = clientFacts;
    }

    /**
     * One event behind a number.
     *
     * @param part the sum it counts in, such as {@code NO_SHOWS}: a rate is made of several
     * @param unit {@code count}, {@code minutes} or an ISO 4217 currency
     * @param day the clinic's local day to which it counts
     * @param at business time of the event
     * @param subject the aggregate that the event is about
     * @param version the aggregate's version after the event
     */
    record Part(
            String part,
            String unit,
            BigDecimal amount,
            ClinicId clinicId,
            LocalDate day,
            Instant at,
            String subject,
            long version) {

        static Part of(Contribution it) {
            int colon = it.key().indexOf(':');
            String measure = colon < 0 ? it.key() : it.key().substring(0, colon);
            String currency = it.key().substring(colon + 1);
            return new Part(
                    measure,
                    colon >= 0 ? currency : measure.endsWith("_MINUTES") ? "minutes" : "count",
                    colon >= 0 ? MinorUnits.toAmount(it.amount(), currency) : BigDecimal.valueOf(it.amount()),
                    it.clinicId(),
                    it.day(),
                    it.cause().at(),
                    it.cause().of(),
                    it.cause().version());
        }
    }

    /**
     * The figure that is opened.
     *
     * @param unit of the tile; null for the tiles of all currencies
     * @param resource the practitioner or chair of one clinic whose figure it is; null for the whole scope's
     */
    record Figure(
            String key, @Nullable String unit, @Nullable String resource) {}

    /**
     * What a figure is made of.
     *
     * @param before the position from which the list goes on, absent at its beginning
     */
    Page<Part> events(
            DashboardScope scope,
            Figure figure,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String before,
            int limit) {
        Period period = dashboards.period(dashboards.clinicsOf(scope), from, to);
        Map<ClinicId, Clinic> members = dashboards.clinicsOf(scope, period.from(), period.to()).stream()
                .collect(Collectors.toMap(Clinic::id, it -> it));
        Set<String> keys = keys(figure, List.copyOf(members.values()));
        LocalDate last = before == null ? period.to() : earlier(period.to(), dayOf(before));
        List<ClinicId> ids = List.copyOf(members.keySet());
        List<Contribution> found = new ArrayList<>();
        for (LocalDate day : days(ids, figure.resource(), period.from(), last, keys)) {
            clientFacts.contributions(ids, day, figure.resource()).stream()
                    .filter(it -> keys.contains(it.key()))
                    .filter(it -> scope.counts(Objects.requireNonNull(members.get(it.clinicId())), it.day()))
                    .filter(it -> before == null || it.position().compareTo(before) < 0)
                    .sorted(Comparator.comparing(Contribution::position).reversed())
                    .limit(limit + 1L - found.size())
                    .forEach(found::add);
            if (found.size() > limit) {
                break;
            }
        }
        return Page.of(found, limit, Contribution::position).map(Part::of);
    }

    /** The sums a figure is made of, by the names they are stored under. */
    private static Set<String> keys(Figure figure, List<Clinic> members) {
        List<String> currencies = DashboardReader.currencies(members);
        List<Kpi> tiles = Kpi.all(currencies).stream()
                .filter(it -> it.key().equals(figure.key()))
                .toList();
        if (tiles.isEmpty() && !members.isEmpty()) {
            throw Refusal.notFound();
        }
        String unit = figure.unit();
        if (unit != null
                && !tiles.isEmpty()
                && tiles.stream().noneMatch(it -> it.unit().equals(unit))) {
            throw Refusal.input(
                    "unit",
                    "must be that of one of its tiles: "
                            + tiles.stream().map(Kpi::unit).collect(Collectors.joining(", ")));
        }
        return tiles.stream()
                .filter(it -> unit == null || it.unit().equals(unit))
                .flatMap(it -> it.measures().stream()
                        .map(measure -> currencies.contains(it.unit()) ? measure.in(it.unit()) : measure.name()))
                .collect(Collectors.toSet());
    }

    private List<LocalDate> days(
            List<ClinicId> clinics, @Nullable String resource, LocalDate from, LocalDate last, Set<String> keys) {
        Stream<DailyTotals> cells = resource == null
                ? clientFacts.cells(clinics, from, last).stream()
                : clinics.stream()
                        .flatMap(it -> clientFacts.ofResources(it, from, last).stream())
                        .map(it -> it.of(resource));
        return cells.filter(it -> it.sums().keySet().stream().anyMatch(keys::contains))
                .map(DailyTotals::day)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The position that a cursor of this list stands for. */
    static @Nullable String position(@Nullable String cursor) {
        String position = Page.position(cursor);
        if (position != null) {
            dayOf(position);
        }
        return position;
    }

    private static LocalDate dayOf(String position) {
        try {
            return LocalDate.parse(position.substring(0, Math.min(LENGTH_OF_A_DAY, position.length())));
        } catch (DateTimeException _) {
            throw Refusal.input("cursor", "is not one we gave out; start again without it");
        }
    }
}
