package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.PolicyLayer;
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
        columns.addAll(PolicyCells.COLUMNS);
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
        row.addAll(PolicyCells.write(layer.values()));
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
            if (rows.getFirst() == row) {
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
        PolicyBody.Values values = csvImport.valid(PolicyCells.read(row));
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
                : Arrays.stream(text.split(";")).map(String::strip).toList();
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
}
