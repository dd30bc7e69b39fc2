package io.hairline.headoffice.network;

import io.hairline.contracts.RegionId;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.kit.Ids;
import io.hairline.kit.events.Change;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Regions by code; a known one can be renamed. */
@Component
class RegionTable implements CsvTable {

    private static final String CODE = "code";
    private static final String NAME = "name";

    private final Regions regions;
    private final CsvImport csvImport;

    RegionTable(Regions regions, CsvImport csvImport) {
        this.regions = regions;
        this.csvImport = csvImport;
    }

    @Override
    public String kind() {
        return "regions";
    }

    @Override
    public List<String> columns() {
        return List.of(CODE, NAME);
    }

    @Override
    public List<List<String>> export(int most) {
        return regions.findByCodeGreaterThanOrderByCode("", Limit.of(most)).stream()
                .map(it -> List.of(it.code(), it.name()))
                .toList();
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        return csvImport.read(Region.class, rows, CODE, dryRun, this::change);
    }

    private Change<Region> change(CsvRow row) {
        RegionController.NewRegion it =
                csvImport.valid(new RegionController.NewRegion(row.required(CODE), row.required(NAME)));
        return regions.findByCode(it.code())
                .map(known -> known.rename(it.name()))
                .orElseGet(() -> Region.open(new RegionId(Ids.next(RegionId.PREFIX)), it.code(), it.name()));
    }
}
