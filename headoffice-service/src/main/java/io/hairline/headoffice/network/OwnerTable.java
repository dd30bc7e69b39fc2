package io.hairline.headoffice.network;

import io.hairline.contracts.OwnerId;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.kit.Ids;
import io.hairline.kit.events.Change;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Owners by code; the company of a known one can be renamed. */
@Component
class OwnerTable implements CsvTable {

    private static final String CODE = "code";
    private static final String COMPANY = "companyName";

    private final Owners owners;
    private final CsvImport csvImport;

    OwnerTable(Owners owners, CsvImport csvImport) {
        this.owners = owners;
        this.csvImport = csvImport;
    }

    @Override
    public String kind() {
        return "owners";
    }

    @Override
    public List<String> columns() {
        return List.of(CODE, COMPANY);
    }

    @Override
    public List<List<String>> export(int most) {
        return owners.findByCodeGreaterThanOrderByCode("", Limit.of(most)).stream()
                .map(it -> List.of(it.code(), it.companyName()))
                .toList();
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        return csvImport.read(Owner.class, rows, CODE, dryRun, this::change);
    }

    private Change<Owner> change(CsvRow row) {
        OwnerController.NewOwner it =
                csvImport.valid(new OwnerController.NewOwner(row.required(CODE), row.required(COMPANY)));
        return owners.findByCode(it.code())
                .map(known -> known.rename(it.companyName()))
                .orElseGet(() -> Owner.sign(new OwnerId(Ids.next(OwnerId.PREFIX)), it.code(), it.companyName()));
    }
}
