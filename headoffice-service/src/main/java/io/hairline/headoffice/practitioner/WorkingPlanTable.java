package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.headoffice.hours.DayHours;
import io.hairline.headoffice.hours.HoursText;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Practitioners' weeks by clinic, written as {@code BER MON 09:00-18:00; BER SAT 10:00-16:00; HAM}: in Hamburg there are no
 * hours. A line holds the whole of a practitioner's plan; work in a clinic ends by its own call.
 */
@Component
class WorkingPlanTable implements CsvTable {

    private static final String PRACTITIONER = "practitionerId";
    private static final String NAME = "displayName";
    private static final String PLAN = "plan";

    private final Practitioners practitioners;
    private final FormerRotas formerRotas;
    private final ClinicDirectory clinics;
    private final CsvImport csvImport;

    WorkingPlanTable(
            Practitioners practitioners, FormerRotas formerRotas, ClinicDirectory clinics, CsvImport csvImport) {
        this.practitioners = practitioners;
        this.formerRotas = formerRotas;
        this.clinics = clinics;
        this.csvImport = csvImport;
    }

    @Override
    public String kind() {
        return "working-plans";
    }

    @Override
    public List<String> columns() {
        return List.of(PRACTITIONER, NAME, PLAN);
    }

    @Override
    public List<List<String>> export(int most) {
        Map<ClinicId, Clinic> byId = clinics.all().stream().collect(Collectors.toMap(Clinic::id, it -> it));
        return practitioners.after("", Limit.of(most)).stream()
                .map(it -> List.of(
                        it.id().value(),
                        it.displayName(),
                        it.rotas().stream()
                                .filter(rota -> byId.containsKey(rota.clinicId()))
                                .map(rota -> text(
                                        rota,
                                        Objects.requireNonNull(byId.get(rota.clinicId()))
                                                .code()))
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    private static String text(Rota rota, String code) {
        return rota.shifts().hours().isEmpty()
                ? code
                : HoursText.write(rota.shifts()).stream()
                        .map(it -> code + " " + it)
                        .collect(Collectors.joining("; "));
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        Map<String, Clinic> byCode = clinics.all().stream().collect(Collectors.toMap(Clinic::code, it -> it));
        return csvImport.read(
                Practitioner.class,
                rows,
                PRACTITIONER,
                dryRun,
                row -> change(row, byCode),
                next -> formerRotas.keep(practitioners.require(next.id()), next));
    }

    private Change<Practitioner> change(CsvRow row, Map<String, Clinic> byCode) {
        PractitionerId id = row.id(
                PRACTITIONER,
                PractitionerId::new,
                "is no practitioner of the brand",
                it -> practitioners.findById(it).isPresent());
        Practitioner practitioner = practitioners.require(id);
        String name = row.text(NAME);
        if (name != null && !name.equals(practitioner.displayName())) {
            throw Refusal.input(NAME, "must stay " + practitioner.displayName() + " here; it says whose line it is");
        }
        Map<Clinic, List<DayHours>> wanted = plan(row, byCode);
        practitioner.rotas().stream()
                .filter(it ->
                        wanted.keySet().stream().noneMatch(clinic -> clinic.id().equals(it.clinicId())))
                .findFirst()
                .ifPresent(it -> {
                    throw Refusal.input(
                            PLAN, "must name each clinic of the practitioner; work in a clinic ends by its own call");
                });
        List<Function<Practitioner, Change<Practitioner>>> commands = new ArrayList<>();
        wanted.forEach((clinic, hours) -> commands.add(before -> before.work(
                new Rota(clinic.id(), clinic.place().zone(), DayHours.week(PLAN, hours)), PlanningScope.BRAND)));
        return cleared(practitioner, wanted, commands);
    }

    /** Hours that go are taken off first, so that they can go from one clinic to another. */
    private static Change<Practitioner> cleared(
            Practitioner practitioner,
            Map<Clinic, List<DayHours>> wanted,
            List<Function<Practitioner, Change<Practitioner>>> commands) {
        try {
            return CsvImport.inOrder(Change.none(practitioner), commands);
        } catch (Refusal e) {
            if (!e.slug().equals("shifts-overlap")) {
                throw e;
            }
            List<Function<Practitioner, Change<Practitioner>>> emptied = new ArrayList<>();
            wanted.keySet()
                    .forEach(clinic -> emptied.add(before ->
                            before.work(Rota.empty(clinic.id(), clinic.place().zone()), PlanningScope.BRAND)));
            emptied.addAll(commands);
            return CsvImport.inOrder(Change.none(practitioner), emptied);
        }
    }

    private Map<Clinic, List<DayHours>> plan(CsvRow row, Map<String, Clinic> byCode) {
        Map<Clinic, List<DayHours>> plan = new LinkedHashMap<>();
        String text = Objects.requireNonNullElse(row.text(PLAN), "");
        for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            String[] words = part.strip().split(" ", 2);
            Clinic clinic = byCode.get(words[0]);
            if (clinic == null) {
                throw Refusal.input(PLAN, "names " + words[0] + ", which is no clinic");
            }
            List<DayHours> hours = plan.computeIfAbsent(clinic, _ -> new ArrayList<>());
            if (words.length > 1) {
                hours.add(csvImport.valid(HoursText.read(PLAN, words[1])));
            }
        }
        return plan;
    }
}
