package io.hairline.headoffice.practitioner;

import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.catalogue.CatalogueManagement;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Practitioners with what they are trained for; a line without an id is a new one. */
@Component
class PractitionerTable implements CsvTable {

    private static final String ID = "id";
    private static final String NAME = "displayName";
    private static final String SKILLS = "serviceCodes";
    private static final String NOT_KNOWN = "is no practitioner of the brand; leave it empty for a new one";

    private final Practitioners practitioners;
    private final CatalogueManagement catalogue;
    private final CsvImport csvImport;

    PractitionerTable(Practitioners practitioners, CatalogueManagement catalogue, CsvImport csvImport) {
        this.practitioners = practitioners;
        this.catalogue = catalogue;
        this.csvImport = csvImport;
    }

    @Override
    public String kind() {
        return "practitioners";
    }

    @Override
    public List<String> columns() {
        return List.of(ID, NAME, SKILLS);
    }

    @Override
    public List<List<String>> export(int most) {
        return practitioners.after("", Limit.of(most)).stream()
                .map(it -> List.of(it.id().value(), it.displayName(), String.join(" ", it.skills())))
                .toList();
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        return csvImport.read(Practitioner.class, rows, ID, dryRun, this::change);
    }

    private Change<Practitioner> change(CsvRow row) {
        List<String> skills = Stream.of(
                        Objects.requireNonNullElse(row.text(SKILLS), "").split("\\s+", -1))
                .filter(it -> !it.isEmpty())
                .toList();
        PractitionerController.NewPractitioner it =
                csvImport.valid(new PractitionerController.NewPractitioner(row.required(NAME), skills));
        List<String> unknown = skills.isEmpty() ? List.of() : catalogue.unknown(skills);
        if (!unknown.isEmpty()) {
            throw Refusal.input(SKILLS, "holds what isn't in the catalogue: " + String.join(", ", unknown));
        }
        String id = row.text(ID);
        return id == null
                ? Practitioner.join(
                        new PractitionerId(Ids.next(PractitionerId.PREFIX)), it.displayName(), it.serviceCodes())
                : CsvImport.inOrder(
                        row.known(ID, PractitionerId::new, NOT_KNOWN, practitioners::findById),
                        old -> old.rename(it.displayName()),
                        old -> old.changeSkills(it.serviceCodes()));
    }
}
