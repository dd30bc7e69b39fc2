package io.hairline.headoffice.dashboard;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.dashboard.Dashboard.Point;
import io.hairline.headoffice.dashboard.Dashboard.Series;
import io.hairline.headoffice.dashboard.kpi.Comparison;
import io.hairline.headoffice.dashboard.kpi.Kpi;
import io.hairline.headoffice.dashboard.kpi.Totals;
import io.hairline.headoffice.dashboard.projection.ClientFactsStore;
import io.hairline.headoffice.dashboard.projection.DailyTotals;
import io.hairline.headoffice.practitioner.WorkingTime;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers for the numbers of a scope and a period, in three reads. */
@Service
class DashboardReader {

    static final String SEVERAL_ZONES = "local";

    private final ClinicDirectory clinics;
    private final WorkingTime workingTime;
    private final ClientFactsStore clientFacts;
    private final Clock clock;

    DashboardReader(ClinicDirectory clinics, WorkingTime workingTime, ClientFactsStore clientFacts, Clock clock) {
        this.clinics = clinics;
        this.workingTime = workingTime;
        this.clientFacts = clientFacts;
        this.clock = clock;
    }

    /**
     * What the figures of a scope and a period are counted from beside the sums. It changes when somebody changes the network or
     * the rotas, so that a live dashboard need not read it with each event.
     *
     * @param current the clinics that belong to the scope now
     * @param members those that belong to it on some day of the two periods
     * @param minutes that can be worked, by local day
     */
    record Frame(
            DashboardScope scope,
            Period period,
            Period before,
            LocalDate today,
            List<Clinic> current,
            Map<ClinicId, Clinic> members,
            Map<LocalDate, Long> minutes) {}

    Dashboard read(DashboardScope scope, @Nullable LocalDate from, @Nullable LocalDate to, String step) {
        return read(frame(scope, from, to, step));
    }

    /** Of the current month. */
    Frame frame(DashboardScope scope) {
        return frame(scope, null, null, "month");
    }

    private Frame frame(DashboardScope scope, @Nullable LocalDate from, @Nullable LocalDate to, String step) {
        List<Clinic> current = clinicsOf(scope);
        LocalDate today = today(current, clock.instant());
        Period period = Period.of(from, to, step, today);
        Period before = period.before(today);
        List<Clinic> members = clinicsOf(scope, before.from(), period.to());
        return new Frame(
                scope,
                period,
                before,
                today,
                current,
                members.stream().collect(Collectors.toMap(Clinic::id, it -> it)),
                workingTime.minutes(members, before.from(), period.to(), scope::counts));
    }

    /** Whether the day is still the same in the frame's clinics. */
    boolean isOfToday(Frame frame) {
        return today(frame.current(), clock.instant()).equals(frame.today());
    }

    /** What each clinic of the brand has of one figure in a period; of money the clinics with its currency. */
    Comparison compare(String key, @Nullable LocalDate from, @Nullable LocalDate to) {
        Kpi kpi = Kpi.all(List.of()).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return Comparison.of(kpi, totalsOfAll(from, to));
    }

    /** The median over the brand's clinics of each figure but money, which has several currencies. */
    List<Dashboard.Median> medians(@Nullable LocalDate from, @Nullable LocalDate to) {
        Map<ClinicId, Totals> totals = totalsOfAll(from, to);
        return Kpi.all(List.of()).stream()
                .map(it -> new Dashboard.Median(
                        it.key(), it.unit(), Comparison.of(it, totals).median()))
                .toList();
    }

    /** Those that weren't closed for good when a period began: the others would stand in it with nothing. */
    static List<Clinic> comparable(List<Clinic> all, LocalDate from) {
        return all.stream().filter(it -> it.isRunningOn(from)).toList();
    }

    private Map<ClinicId, Totals> totalsOfAll(@Nullable LocalDate from, @Nullable LocalDate to) {
        List<Clinic> all = clinics.all();
        LocalDate today = today(all, clock.instant());
        Period period = Period.of(from, to, "day", today);
        Map<ClinicId, List<DailyTotals>> cells =
                clientFacts.cells(all.stream().map(Clinic::id).toList(), period.from(), period.to()).stream()
                        .collect(Collectors.groupingBy(DailyTotals::clinicId));
        Map<ClinicId, Long> minutes = workingTime.minutesByClinic(all, period.from(), period.to());
        return comparable(all, period.from()).stream()
                .collect(Collectors.toMap(
                        Clinic::id,
                        it -> Totals.of(cells.getOrDefault(it.id(), List.of()), minutes.getOrDefault(it.id(), 0L))));
    }

    /** The current month's tiles. */
    List<Tile> tiles(DashboardScope scope) {
        return tiles(frame(scope));
    }

    List<Tile> tiles(Frame frame) {
        return tiles(frame, cells(frame));
    }

    List<Clinic> clinicsOf(DashboardScope scope) {
        return scope.brand() ? clinics.all() : clinics.in(scope.regionId(), scope.clinicId());
    }

    /** The period that is asked for in these clinics. */
    Period period(List<Clinic> members, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Period.of(from, to, "day", today(members, clock.instant()));
    }

    /** The clinics that belong to the scope on some day of a span. */
    List<Clinic> clinicsOf(DashboardScope scope, LocalDate from, LocalDate until) {
        return scope.brand() ? clinics.all() : clinics.during(scope.regionId(), scope.clinicId(), from, until);
    }

    private Dashboard read(Frame frame) {
        Period period = frame.period();
        List<DailyTotals> cells = cells(frame);
        Map<LocalDate, Totals> steps = steps(period, within(period, cells), frame.minutes());
        List<Series> series = figures(frame).stream()
                .map(it -> new Series(it.key(), it.unit(), points(it, steps)))
                .toList();
        return new Dashboard(
                tiles(frame, cells), series, period.days(), frame.before().days());
    }

    private List<DailyTotals> cells(Frame frame) {
        Map<ClinicId, Clinic> members = frame.members();
        return clientFacts
                .cells(members.keySet(), frame.before().from(), frame.period().to())
                .stream()
                .filter(it -> frame.scope().counts(Objects.requireNonNull(members.get(it.clinicId())), it.day()))
                .toList();
    }

    private List<Tile> tiles(Frame frame, List<DailyTotals> cells) {
        Totals whole = totals(frame.period(), cells, frame.minutes());
        Totals previous = totals(frame.before(), cells, frame.minutes());
        String zone = zone(frame.members().values());
        Instant now = clock.instant();
        return figures(frame).stream()
                .map(it -> new Tile(
                        it.key(),
                        it.value().apply(whole),
                        it.value().apply(previous),
                        it.unit(),
                        it.formula(),
                        zone,
                        now))
                .toList();
    }

    private static List<Kpi> figures(Frame frame) {
        return Kpi.all(currencies(frame.members().values()));
    }

    private static Totals totals(Period period, List<DailyTotals> cells, Map<LocalDate, Long> minutes) {
        long available = minutes.entrySet().stream()
                .filter(it -> period.contains(it.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Totals.of(within(period, cells), available);
    }

    private static List<DailyTotals> within(Period period, List<DailyTotals> cells) {
        return cells.stream().filter(it -> period.contains(it.day())).toList();
    }

    private static Map<LocalDate, Totals> steps(Period period, List<DailyTotals> cells, Map<LocalDate, Long> minutes) {
        Map<LocalDate, List<DailyTotals>> cellsOf = new TreeMap<>();
        Map<LocalDate, Long> minutesOf = new TreeMap<>();
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            LocalDate start = start(period, day);
            cellsOf.putIfAbsent(start, new ArrayList<>());
            minutesOf.merge(start, minutes.getOrDefault(day, 0L), Long::sum);
        }
        cells.forEach(it -> cellsOf.computeIfAbsent(start(period, it.day()), _ -> new ArrayList<>())
                .add(it));
        Map<LocalDate, Totals> steps = new TreeMap<>();
        cellsOf.forEach((start, its) -> steps.put(start, Totals.of(its, minutesOf.getOrDefault(start, 0L))));
        return steps;
    }

    private static LocalDate start(Period period, LocalDate day) {
        LocalDate start = period.step().startOf(day);
        return start.isBefore(period.from()) ? period.from() : start;
    }

    private static List<Point> points(Kpi figure, Map<LocalDate, Totals> steps) {
        return steps.entrySet().stream()
                .map(it -> new Point(it.getKey(), figure.value().apply(it.getValue())))
                .toList();
    }

    static List<String> currencies(Collection<Clinic> members) {
        return members.stream()
                .map(it -> it.place().currency())
                .distinct()
                .sorted()
                .toList();
    }

    private static String zone(Collection<Clinic> members) {
        List<String> zones =
                members.stream().map(it -> it.place().zone()).distinct().toList();
        return zones.size() == 1 ? zones.getFirst() : SEVERAL_ZONES;
    }

    /** The day it is everywhere at least: a region's month ends when it has ended in its last clinic. */
    private static LocalDate today(List<Clinic> members, Instant now) {
        return members.stream()
                .map(it -> LocalDate.ofInstant(now, ZoneId.of(it.place().zone())))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneId.of("UTC")));
    }
}
