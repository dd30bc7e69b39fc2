package io.hairline.headoffice.licence;

import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.Jurisdictions;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.input.PlanningDays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Licences; a line without an id is a new one, and one that is known can only be revoked. */
@Component
class LicenceTable implements CsvTable {

    private static final String ID = "id";
    private static final String PRACTITIONER = "practitionerId";
    private static final String JURISDICTION = "jurisdiction";
    private static final String FROM = "validFrom";
    private static final String UNTIL = "validUntil";
    private static final String GUEST = "guest";
    private static final String REVOKED = "revokedFor";
    private static final String NOT_KNOWN = "is no licence of the brand; leave it empty for a new one";

    private final Licences licences;
    private final PractitionerManagement practitioners;
    private final CsvImport csvImport;

    LicenceTable(Licences licences, PractitionerManagement practitioners, CsvImport csvImport) {
        this.licences = licences;
        this.practitioners = practitioners;
        this.csvImport = csvImport;
    }

    @Override
    public String kind() {
        return "licences";
    }

    @Override
    public List<String> columns() {
        return List.of(ID, PRACTITIONER, JURISDICTION, FROM, UNTIL, GUEST, REVOKED);
    }

    @Override
    public List<List<String>> export(int most) {
        return licences.after("", Limit.of(most)).stream()
                .map(it -> List.of(
                        it.id().value(),
                        it.practitionerId().value(),
                        it.jurisdiction(),
                        it.validFrom().toString(),
                        it.validUntil().toString(),
                        it.guest() == null ? "" : "true",
                        Objects.requireNonNullElse(it.revokedFor(), "")))
                .toList();
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        return csvImport.read(Licence.class, rows, ID, dryRun, this::change);
    }

    private Change<Licence> change(CsvRow row) {
        LicenceController.NewLicence it = csvImport.valid(new LicenceController.NewLicence(
                practitioner(row), row.required(JURISDICTION), day(row, FROM), day(row, UNTIL), guest(row)));
        Jurisdictions.checked(it.jurisdiction());
        String id = row.text(ID);
        String reason = reason(row);
        if (id != null) {
            return revoke(row.known(ID, LicenceId::new, NOT_KNOWN, licences::findById), it, reason);
        }
        if (reason != null) {
            throw Refusal.input(REVOKED, "must be empty for a new licence");
        }
        return Licence.grant(
                new LicenceId(Ids.next(LicenceId.PREFIX)),
                it.practitionerId(),
                it.jurisdiction(),
                it.validFrom(),
                it.validUntil(),
                Boolean.TRUE.equals(it.guest()));
    }

    private static Change<Licence> revoke(Licence licence, LicenceController.NewLicence said, @Nullable String reason) {
        boolean same = licence.practitionerId().equals(said.practitionerId())
                && licence.jurisdiction().equals(said.jurisdiction())
                && licence.validFrom().equals(said.validFrom())
                && licence.validUntil().equals(said.validUntil())
                && (said.guest() == null || said.guest() == (licence.guest() != null));
        if (!same) {
            throw Refusal.input(ID, "is a licence with other values; revoke it, and enter the right one without an id");
        }
        if (licence.revokedFor() == null) {
            return reason == null ? Change.none(licence) : licence.revoke(reason);
        }
        if (!licence.revokedFor().equals(reason)) {
            throw Refusal.input(REVOKED, "must stay " + licence.revokedFor() + ": it was revoked for that");
        }
        return Change.none(licence);
    }

    private PractitionerId practitioner(CsvRow row) {
        return row.id(PRACTITIONER, PractitionerId::new, "is no practitioner of the brand", practitioners::exists);
    }

    /** Absent where the file has no such column. */
    private static @Nullable Boolean guest(CsvRow row) {
        String text = row.text(GUEST);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Refusal.input(GUEST, "must be true for a guest's, or empty");
        }
        return row.cells().containsKey(GUEST) ? (Boolean) "true".equals(text) : null;
    }

    private static LocalDate day(CsvRow row, String column) {
        return PlanningDays.checked(column, row.day(column));
    }

    private static @Nullable String reason(CsvRow row) {
        String reason = row.text(REVOKED);
        List<String> reasons = Arrays.stream(LicenceController.RevocationReason.values())
                .map(Enum::name)
                .toList();
        if (reason != null && !reasons.contains(reason)) {
            throw Refusal.input(REVOKED, "must be empty or " + String.join(", ", reasons));
        }
        return reason;
    }
}
