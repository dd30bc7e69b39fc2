package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.ContraindicationEffect;
import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.contracts.headoffice.StockRule;
import io.hairline.contracts.headoffice.TouchUpRule;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.headoffice.network.NetworkManagement;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The layers of the policy as they are today: {@code BRAND}, {@code REGION EU}, {@code CLINIC BER}. A line that says something
 * else publishes a version, at once or from a day to come; lines are checked one after the other.
 */
@Component
class PolicyTable implements CsvTable {

    private static final String LAYER = "layer";
    private static final String FROM = "from";
    private static final String LOCKED = "locked";

    private final Policies policies;
    private final PolicyPublishing publishing;
    private final NetworkManagement network;
    private final ClinicDirectory clinics;
    private final CsvImport csvImport;
    private final Clock clock;

    PolicyTable(
            Policies policies,
            PolicyPublishing publishing,
            NetworkManagement network,
            ClinicDirectory clinics,
            CsvImport csvImport,
            Clock clock) {
        this.policies = policies;
        this.publishing = publishing;
        this.network = network;
        this.clinics = clinics;
        this.csvImport = csvImport;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "policies";
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(LAYER, FROM));
        columns.addAll(Cells.COLUMNS);
        columns.add(LOCKED);
        return List.copyOf(columns);
    }

    @Override
    public List<List<String>> export(int most) {
        LocalDate today = PolicyLayer.atOnce(clock.instant());
        Map<String, String> names = names();
        return policies.findAll().stream()
                .filter(it -> names.containsKey(it.scope()))
                .sorted(Comparator.comparing((Policy it) -> it.where().level())
                        .thenComparing(it -> Objects.requireNonNull(names.get(it.scope()))))
                .flatMap(it ->
                        it.on(today).stream().map(layer -> row(Objects.requireNonNull(names.get(it.scope())), layer)))
                .limit(most)
                .toList();
    }

    private static List<String> row(String name, PolicyLayer layer) {
        List<String> row = new ArrayList<>(List.of(name, layer.from().toString()));
        row.addAll(Cells.write(layer.values()));
        row.add(String.join("; ", layer.locked()));
        return row;
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        Map<String, PolicyScope> scopes = scopes();
        Pass pass = new Pass(rows, scopes);
        return csvImport.read(Policy.class, rows, LAYER, dryRun, pass);
    }

    /** Goes through the lines, each on what those before it leave; the first line begins anew. */
    private final class Pass implements Function<CsvRow, Change<Policy>> {

        private final List<CsvRow> rows;
        private final Map<String, PolicyScope> scopes;
        private PolicyLayers before = PolicyLayers.of(List.of());

        Pass(List<CsvRow> rows, Map<String, PolicyScope> scopes) {
            this.rows = rows;
            this.scopes = scopes;
        }

        @Override
        public Change<Policy> apply(CsvRow row) {
            if (rows.getFirst().line() == row.line()) {
                before = PolicyLayers.of(policies.findAll());
            }
            Change<Policy> change = change(row, scopes, before);
            before = before.with(change.next());
            return change;
        }
    }

    private Change<Policy> change(CsvRow row, Map<String, PolicyScope> scopes, PolicyLayers before) {
        PolicyScope scope = scopes.get(row.required(LAYER));
        if (scope == null) {
            throw Refusal.input(LAYER, "must be BRAND, REGION and the code of one, or CLINIC and the code of one");
        }
        PolicyBody.Values values = csvImport.valid(Cells.read(row));
        @Nullable LocalDate from = row.text(FROM) == null ? null : row.day(FROM);
        boolean over = from != null && from.isBefore(PolicyLayer.atOnce(clock.instant()));
        Change<Policy> change = publishing.change(
                before,
                new PolicyId(Ids.next(PolicyId.PREFIX)),
                new PolicyPublishing.Wanted(scope, over ? null : from, values.values(), locked(row)));
        if (over && change.event() != null) {
            throw Refusal.input(FROM, "must not be a day that is over for a line that changes; empty means at once");
        }
        return change;
    }

    private static @Nullable List<String> locked(CsvRow row) {
        if (!row.cells().containsKey(LOCKED)) {
            return null;
        }
        String text = row.text(LOCKED);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(String::strip).toList();
    }

    /** What each layer that there can be is called in a file. */
    private Map<String, PolicyScope> scopes() {
        Map<String, PolicyScope> scopes = network.regionCodes().entrySet().stream()
                .collect(Collectors.toMap(it -> "REGION " + it.getValue(), it -> scope(it.getKey(), null)));
        clinics.all().forEach(it -> scopes.put("CLINIC " + it.code(), scope(null, it.id())));
        scopes.put(Policy.BRAND, PolicyScope.BRAND);
        return scopes;
    }

    private static PolicyScope scope(@Nullable RegionId region, @Nullable ClinicId clinic) {
        return new PolicyScope(region, clinic);
    }

    private Map<String, String> names() {
        return scopes().entrySet().stream()
                .collect(Collectors.toMap(it -> it.getValue().key(), Map.Entry::getKey));
    }

    /** The numbers of a layer as the cells of a line; an empty cell is left to the layer above. */
    private static final class Cells {

        private static final String LEAD_TIME = "leadTimeMinutes";
        private static final String HORIZON = "horizonDays";
        private static final String HOLD = "holdMinutes";
        private static final String OPEN_HOLDS = "openHolds";
        private static final String GRACE = "graceMinutes";
        private static final String CANCELLATION = "cancellation";
        private static final String OPEN_HOURS = "leadTimeInOpenHours";
        private static final String RULES = "contraindications";
        private static final List<String> DEPOSIT =
                List.of("depositPercent", "depositMinimum", "noShowFee", "depositPayWithinHours");
        private static final List<String> HEALING =
                List.of("healingFloorDays", "healingMinDays", "healingIdealUntilDays", "healingWarnAfterDays");
        private static final List<Cell<TouchUpRule>> TOUCH_UP = List.of(
                new Cell<>("touchUpDueMonths", TouchUpRule::dueMonths),
                new Cell<>("touchUpLightSkinSoonerMonths", TouchUpRule::lightSkinSoonerMonths),
                new Cell<>("touchUpOilySkinSoonerMonths", TouchUpRule::oilySkinSoonerMonths),
                new Cell<>("touchUpOutdoorWorkSoonerMonths", TouchUpRule::outdoorWorkSoonerMonths),
                new Cell<>("touchUpSoonestMonths", TouchUpRule::soonestMonths),
                new Cell<>("touchUpLatestMonths", TouchUpRule::latestMonths),
                new Cell<>("touchUpWindowMonths", TouchUpRule::windowMonths),
                new Cell<>("fadeCheckMonths", TouchUpRule::fadeCheckMonths),
                new Cell<>("fadedMonths", TouchUpRule::fadedMonths));
        private static final List<Cell<StockRule>> STOCK = List.of(
                new Cell<>("stockLowBelowPercent", StockRule::lowBelowPercent),
                new Cell<>("stockExpiryWarningDays", StockRule::expiryWarningDays));
        private static final List<Cell<AftercareDays>> AFTERCARE = List.of(
                new Cell<>("aftercareDryDays", AftercareDays::dryDays),
                new Cell<>("aftercareWashFromDay", AftercareDays::washFromDay),
                new Cell<>("aftercareMildWashDays", AftercareDays::mildWashDays),
                new Cell<>("aftercareScabDays", AftercareDays::scabDays),
                new Cell<>("aftercarePoolAndSunDays", AftercareDays::poolAndSunDays),
                new Cell<>("aftercareLongSunDays", AftercareDays::longSunDays));
        private static final Pattern RULE = Pattern.compile("([A-Z0-9_]{1,60}) ([A-Z_]{1,20})(?: (\\d{1,5}))?");
        private static final Pattern TIER = Pattern.compile("(\\d{1,5})h (\\d{1,3})%");

        private static final List<String> EFFECTS = Arrays.stream(ContraindicationEffect.values())
                .map(ContraindicationEffect::name)
                .toList();

        static final List<String> COLUMNS = columns();

        private Cells() {}

        /** One of the whole numbers that are set together, in a column of its own. */
        private record Cell<T>(String column, ToIntFunction<T> number) {

            String write(@Nullable T rule) {
                return text(rule, it -> Integer.toString(number.applyAsInt(it)));
            }

            static <T> List<String> columns(List<Cell<T>> cells) {
                return cells.stream().map(Cell::column).toList();
            }

            /** The numbers in the order of the columns; null where all of them are empty. */
            static <T> int @Nullable [] read(CsvRow row, List<Cell<T>> cells) {
                return set(row, columns(cells))
                        ? cells.stream().mapToInt(it -> row.whole(it.column())).toArray()
                        : null;
            }
        }

        private static List<String> columns() {
            List<String> columns = new ArrayList<>(List.of(LEAD_TIME, HORIZON, HOLD, OPEN_HOLDS, GRACE, CANCELLATION));
            columns.addAll(DEPOSIT);
            columns.addAll(HEALING);
            columns.add(OPEN_HOURS);
            columns.add(RULES);
            columns.addAll(Cell.columns(TOUCH_UP));
            columns.addAll(Cell.columns(STOCK));
            columns.addAll(Cell.columns(AFTERCARE));
            return List.copyOf(columns);
        }

        static List<String> write(PolicyValues it) {
            @Nullable DepositRule deposit = it.deposit();
            @Nullable HealingRule healing = it.healing();
            List<String> cells = new ArrayList<>(List.of(
                    text(it.leadTimeMinutes(), Object::toString),
                    text(it.horizonDays(), Object::toString),
                    text(it.holdMinutes(), Object::toString),
                    text(it.openHolds(), Object::toString),
                    text(it.graceMinutes(), Object::toString),
                    text(
                            it.cancellation(),
                            all -> all.stream()
                                    .map(tier -> tier.noticeHours() + "h " + tier.refundPercent() + "%")
                                    .collect(Collectors.joining("; "))),
                    text(deposit, some -> Integer.toString(some.percent())),
                    text(deposit, some -> some.minimum().toPlainString()),
                    text(deposit, some -> some.noShowFee().toPlainString()),
                    text(deposit, some -> Objects.toString(some.payWithinHours(), "")),
                    text(healing, some -> Integer.toString(some.floorDays())),
                    text(healing, some -> Integer.toString(some.minDays())),
                    text(healing, some -> Integer.toString(some.idealUntilDays())),
                    text(healing, some -> Integer.toString(some.warnAfterDays())),
                    text(it.leadTimeInOpenHours(), Object::toString),
                    text(
                            it.contraindications(),
                            all -> all.stream().map(Cells::write).collect(Collectors.joining("; ")))));
            TOUCH_UP.forEach(cell -> cells.add(cell.write(it.touchUp())));
            STOCK.forEach(cell -> cells.add(cell.write(it.stock())));
            AFTERCARE.forEach(cell -> cells.add(cell.write(it.aftercare())));
            return List.copyOf(cells);
        }

        private static String write(ContraindicationRule it) {
            String days = it.waitDays() == null ? "" : " " + it.waitDays();
            return it.code() + " " + it.effect() + days;
        }

        private static <T> String text(@Nullable T value, Function<T, String> form) {
            return value == null ? "" : form.apply(value);
        }

        static PolicyBody.Values read(CsvRow row) {
            return new PolicyBody.Values(
                    number(row, LEAD_TIME),
                    number(row, HORIZON),
                    number(row, HOLD),
                    number(row, OPEN_HOLDS),
                    number(row, GRACE),
                    tiers(row),
                    set(row, DEPOSIT)
                            ? new PolicyBody.Deposit(
                                    row.whole(DEPOSIT.get(0)),
                                    row.decimal(DEPOSIT.get(1)),
                                    row.decimal(DEPOSIT.get(2)),
                                    number(row, DEPOSIT.get(3)))
                            : null,
                    set(row, HEALING)
                            ? new PolicyBody.Healing(
                                    row.whole(HEALING.get(0)),
                                    row.whole(HEALING.get(1)),
                                    row.whole(HEALING.get(2)),
                                    row.whole(HEALING.get(3)))
                            : null,
                    yesOrNo(row),
                    rules(row),
                    touchUp(Cell.read(row, TOUCH_UP)),
                    stock(Cell.read(row, STOCK)),
                    aftercare(Cell.read(row, AFTERCARE)));
        }

        private static PolicyBody.@Nullable TouchUp touchUp(int @Nullable [] it) {
            return it == null
                    ? null
                    : new PolicyBody.TouchUp(it[0], it[1], it[2], it[3], it[4], it[5], it[6], it[7], it[8]);
        }

        private static PolicyBody.@Nullable Stock stock(int @Nullable [] it) {
            return it == null ? null : new PolicyBody.Stock(it[0], it[1]);
        }

        private static PolicyBody.@Nullable Aftercare aftercare(int @Nullable [] it) {
            return it == null ? null : new PolicyBody.Aftercare(it[0], it[1], it[2], it[3], it[4], it[5]);
        }

        /** A rule of several numbers is set as a whole. */
        private static boolean set(CsvRow row, List<String> columns) {
            return columns.stream().anyMatch(it -> row.text(it) != null);
        }

        private static @Nullable Integer number(CsvRow row, String column) {
            return row.text(column) == null ? null : row.whole(column);
        }

        private static @Nullable Boolean yesOrNo(CsvRow row) {
            String text = row.text(OPEN_HOURS);
            if (text != null && !text.equals("true") && !text.equals("false")) {
                throw Refusal.input(OPEN_HOURS, "must be true or false, or empty");
            }
            return text == null ? null : Objects.equals(text, "true");
        }

        private static @Nullable List<PolicyBody.Rule> rules(CsvRow row) {
            String text = row.text(RULES);
            if (text == null) {
                return null;
            }
            List<PolicyBody.Rule> rules = new ArrayList<>();
            for (String part : text.split(";", -1)) {
                Matcher found = RULE.matcher(part.strip());
                if (!found.matches() || !EFFECTS.contains(found.group(2))) {
                    throw Refusal.input(
                            RULES,
                            "must be like KELOIDS BLOCK; BOTOX WAIT 60; the effects are " + String.join(", ", EFFECTS));
                }
                rules.add(new PolicyBody.Rule(
                        found.group(1),
                        ContraindicationEffect.valueOf(found.group(2)),
                        found.group(3) == null ? null : Integer.valueOf(found.group(3))));
            }
            return rules;
        }

        private static @Nullable List<PolicyBody.Tier> tiers(CsvRow row) {
            String text = row.text(CANCELLATION);
            if (text == null) {
                return null;
            }
            List<PolicyBody.Tier> tiers = new ArrayList<>();
            for (String part : text.split(";", -1)) {
                Matcher found = TIER.matcher(part.strip());
                if (!found.matches()) {
                    throw Refusal.input(CANCELLATION, "must be like 72h 100%; 24h 50%; 0h 0%");
                }
                tiers.add(new PolicyBody.Tier(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
            }
            return tiers;
        }
    }
}
