package io.hairline.headoffice.people;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.headoffice.network.NetworkManagement;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Callers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * People by login. Roles are written as {@code HEAD_OFFICE; REGION_MANAGER EU; FRONT_DESK BER; PRACTITIONER BER prc_…}, and
 * a person's roles are afterwards those of the line; a file without the column leaves them as they are.
 */
@Component
class PeopleTable implements CsvTable {

    private static final String LOGIN = "login";
    private static final String ENROLLED_IN = "enrolledIn";
    private static final String ROLES = "roles";
    private static final Pattern ROLE = Pattern.compile("([A-Z_]+)(?: ([A-Z0-9-]+))?(?: (prc_\\S+))?");
    private static final String FORM =
            "must be like HEAD_OFFICE; REGION_MANAGER EU; PRACTITIONER BER prc_ and 26 letters";

    private final Persons persons;
    private final StaffManagement staffing;
    private final StaffingRights rights;
    private final NetworkManagement network;
    private final ClinicDirectory clinics;
    private final CsvImport csvImport;
    private final Callers callers;

    PeopleTable(
            Persons persons,
            StaffManagement staffing,
            StaffingRights rights,
            NetworkManagement network,
            ClinicDirectory clinics,
            CsvImport csvImport,
            Callers callers) {
        this.persons = persons;
        this.staffing = staffing;
        this.rights = rights;
        this.network = network;
        this.clinics = clinics;
        this.csvImport = csvImport;
        this.callers = callers;
    }

    /** What regions and clinics are called in a file. */
    private record Codes(Map<RegionId, String> regions, Map<ClinicId, String> clinics) {

        String of(Assignment it) {
            String region = it.regionId() == null ? "" : " " + regions.get(it.regionId());
            String clinic = it.clinicId() == null ? "" : " " + clinics.get(it.clinicId());
            return it.role() + region + clinic + (it.practitionerId() == null ? "" : " " + it.practitionerId());
        }

        static <I> @Nullable I find(Map<I, String> codes, @Nullable String code) {
            return codes.entrySet().stream()
                    .filter(it -> it.getValue().equals(code))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
    }

    private Codes codes() {
        return new Codes(
                network.regionCodes(), clinics.all().stream().collect(Collectors.toMap(Clinic::id, Clinic::code)));
    }

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public List<String> columns() {
        return List.of(LOGIN, ENROLLED_IN, ROLES);
    }

    @Override
    public List<List<String>> export(int most) {
        Codes codes = codes();
        return persons.findByLoginGreaterThanOrderByLogin("", Limit.of(most)).stream()
                .map(it -> List.of(
                        it.login(),
                        it.enrolledIn() == null
                                ? ""
                                : Objects.requireNonNullElse(codes.clinics().get(it.enrolledIn()), ""),
                        it.assignments().stream().map(codes::of).collect(Collectors.joining("; "))))
                .toList();
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        Codes codes = codes();
        return csvImport.read(Person.class, rows, LOGIN, dryRun, row -> change(row, codes));
    }

    private Change<Person> change(CsvRow row, Codes codes) {
        String code = row.text(ENROLLED_IN);
        ClinicId enrolledIn = Codes.find(codes.clinics(), code);
        if (code != null && enrolledIn == null) {
            throw Refusal.input(ENROLLED_IN, "is no code of a clinic");
        }
        PersonController.NewPerson it =
                csvImport.valid(new PersonController.NewPerson(row.required(LOGIN), enrolledIn));
        Optional<Person> known = persons.findByLogin(it.login());
        if (known.isPresent() && code != null && !enrolledIn(known.get()).equals(Optional.ofNullable(enrolledIn))) {
            throw Refusal.input(ENROLLED_IN, "can't be changed once somebody is enrolled");
        }
        Change<Person> first = known.map(Change::none)
                .orElseGet(() -> Person.enrol(new PersonId(Ids.next(PersonId.PREFIX)), it.login(), enrolledIn));
        return row.cells().containsKey(ROLES)
                ? CsvImport.inOrder(first, commands(first.next(), roles(row, codes)))
                : first;
    }

    private static Optional<ClinicId> enrolledIn(Person person) {
        return Optional.ofNullable(person.enrolledIn());
    }

    private List<Function<Person, Change<Person>>> commands(Person person, List<Assignment> wanted) {
        List<Function<Person, Change<Person>>> commands = new ArrayList<>();
        person.assignments().stream()
                .filter(held -> wanted.stream().noneMatch(it -> Person.samePlace(it, held)))
                .forEach(it -> {
                    rights.checkWithdrawing(callers.current(), person.id(), it);
                    commands.add(before -> before.withdraw(it));
                });
        wanted.forEach(it -> commands.add(before -> before.assign(it)));
        return commands;
    }

    private List<Assignment> roles(CsvRow row, Codes codes) {
        String text = row.text(ROLES);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";", -1))
                        .map(String::strip)
                        .map(it -> role(it, codes))
                        .toList();
    }

    private Assignment role(String text, Codes codes) {
        Matcher found = ROLE.matcher(text);
        Role role = Arrays.stream(Role.values())
                .filter(it -> found.matches() && it.name().equals(found.group(1)))
                .findFirst()
                .orElseThrow(() -> Refusal.input(ROLES, FORM));
        String place = found.group(2);
        RegionId region = role == Role.REGION_MANAGER ? Codes.find(codes.regions(), place) : null;
        ClinicId clinic = role == Role.REGION_MANAGER ? null : Codes.find(codes.clinics(), place);
        if (place != null && region == null && clinic == null) {
            throw Refusal.input(
                    ROLES, "names " + place + ", which is no " + (role == Role.REGION_MANAGER ? "region" : "clinic"));
        }
        try {
            String practitioner = found.group(3);
            Assignment assignment = new Assignment(
                    role, region, clinic, practitioner == null ? null : new PractitionerId(practitioner));
            Person.checkPlace(assignment);
            staffing.checkKnown(assignment);
            return assignment;
        } catch (IllegalArgumentException _) {
            throw Refusal.input(ROLES, FORM);
        } catch (Refusal e) {
            throw Refusal.input(
                    ROLES,
                    "has " + text + ", where " + e.errors().getFirst().field() + " "
                            + e.errors().getFirst().message());
        }
    }
}
