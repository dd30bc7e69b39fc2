package io.hairline.headoffice.training;

import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.TrainingId;
import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Trainings; a line without an id is a new one, and one that is known is corrected or withdrawn. */
@Component
class TrainingTable implements CsvTable {

    private static final String ID = "id";
    private static final String PRACTITIONER = "practitionerId";
    private static final String KIND = "kind";
    private static final String JURISDICTION = "jurisdiction";
    private static final String ISSUED = "issuedOn";
    private static final String UNTIL = "validUntil";
    private static final String CERTIFICATE = "certificate";
    private static final String WITHDRAWN = "withdrawnFor";
    private static final String NOT_KNOWN = "is no training of the brand; leave it empty for a new one";

    private final Trainings trainings;
    private final PractitionerManagement practitioners;
    private final CsvImport csvImport;

    TrainingTable(Trainings trainings, PractitionerManagement practitioners, CsvImport csvImport) {
        this.trainings = trainings;
        this.practitioners = practitioners;
        this.csvImport = csvImport;
    }

    @Override
    public String kind() {
        return "trainings";
    }

    @Override
    public List<String> columns() {
        return List.of(ID, PRACTITIONER, KIND, JURISDICTION, ISSUED, UNTIL, CERTIFICATE, WITHDRAWN);
    }

    @Override
    public List<List<String>> export(int most) {
        return trainings.after("", Limit.of(most)).stream()
                .map(it -> List.of(
                        it.id().value(),
                        it.practitionerId().value(),
                        it.facts().kind().name(),
                        it.facts().jurisdiction(),
                        it.facts().issuedOn().toString(),
                        it.facts().validUntil().toString(),
                        Objects.requireNonNullElse(it.facts().certificate(), ""),
                        Objects.requireNonNullElse(it.withdrawnFor(), "")))
                .toList();
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        return csvImport.read(Training.class, rows, ID, dryRun, this::change);
    }

    private Change<Training> change(CsvRow row) {
        TrainingController.Facts written = csvImport.valid(new TrainingController.Facts(
                row.oneOf(KIND, TrainingKind.class),
                row.required(JURISDICTION),
                row.day(ISSUED),
                row.day(UNTIL),
                row.text(CERTIFICATE)));
        TrainingFacts facts = written.checked();
        PractitionerId practitioner = practitioner(row);
        TrainingController.WithdrawalReason reason =
                row.text(WITHDRAWN) == null ? null : row.oneOf(WITHDRAWN, TrainingController.WithdrawalReason.class);
        String id = row.text(ID);
        if (id != null) {
            return change(
                    row.known(ID, TrainingId::new, NOT_KNOWN, trainings::findById),
                    practitioner,
                    facts,
                    reason == null ? null : reason.name());
        }
        if (reason != null) {
            throw Refusal.input(WITHDRAWN, "must be empty for a new training");
        }
        return Training.record(new TrainingId(Ids.next(TrainingId.PREFIX)), practitioner, facts);
    }

    private static Change<Training> change(
            Training training, PractitionerId practitioner, TrainingFacts facts, @Nullable String reason) {
        if (!training.practitionerId().equals(practitioner)) {
            throw Refusal.input(PRACTITIONER, "must stay " + training.practitionerId());
        }
        if (training.withdrawnFor() == null) {
            return reason == null
                    ? training.correct(facts)
                    : CsvImport.inOrder(training, it -> it.correct(facts), it -> it.withdraw(reason));
        }
        if (!training.withdrawnFor().equals(reason) || !training.facts().equals(facts)) {
            throw Refusal.input(ID, "was withdrawn for " + training.withdrawnFor() + ", which can't be changed");
        }
        return Change.none(training);
    }

    private PractitionerId practitioner(CsvRow row) {
        return row.id(PRACTITIONER, PractitionerId::new, "is no practitioner of the brand", practitioners::exists);
    }
}
