package io.hairline.headoffice.catalogue;

import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.kit.Refusal;
import io.hairline.kit.Refusal.FieldError;
import io.hairline.kit.events.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * The prices of the services by currency and first day, with what zones, density and numbing add. A line sets one price;
 * what no line names stays as it is.
 */
@Component
class PriceRangeTable implements CsvTable {

    private static final String CODE = "code";
    private static final String VALID_FROM = "validFrom";
    private static final String PRICE = "price";
    private static final String ZONES = "zones";
    private static final String DENSITIES = "densities";
    private static final String NUMBING = "numbing";

    private final ServiceOffers offers;
    private final CsvImport csvImport;

    PriceRangeTable(ServiceOffers offers, CsvImport csvImport) {
        this.offers = offers;
        this.csvImport = csvImport;
    }

    @Override
    public String kind() {
        return "price-ranges";
    }

    @Override
    public List<String> columns() {
        return List.of(CODE, PriceCells.CURRENCY, VALID_FROM, PRICE, ZONES, DENSITIES, NUMBING);
    }

    @Override
    public List<List<String>> export(int most) {
        return offers.findByCodeGreaterThanOrderByCode("", Limit.of(most)).stream()
                .flatMap(it -> it.allPrices().stream().map(price -> row(it.code(), price)))
                .limit(most)
                .toList();
    }

    private static List<String> row(String code, ServicePrice it) {
        return List.of(
                code,
                it.currency(),
                Objects.toString(it.validFrom(), ""),
                PriceCells.write(it.price()),
                PriceCells.write(it.zones()),
                PriceCells.write(it.densities()),
                PriceCells.write(it.numbing()));
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        return csvImport.read(
                ServiceOffer.class, rows, List.of(CODE, PriceCells.CURRENCY, VALID_FROM), dryRun, new Pass(rows));
    }

    /** Goes through the lines, each on what those before it leave of its service; the first line begins anew. */
    private final class Pass implements Function<CsvRow, Change<ServiceOffer>> {

        private final List<CsvRow> rows;
        private final Map<String, ServiceOffer> before = new HashMap<>();

        Pass(List<CsvRow> rows) {
            this.rows = rows;
        }

        @Override
        public Change<ServiceOffer> apply(CsvRow row) {
            if (rows.getFirst().line() == row.line()) {
                before.clear();
            }
            String code = row.required(CODE);
            ServiceOffer offer = before.containsKey(code)
                    ? Objects.requireNonNull(before.get(code))
                    : offers.findByCode(code)
                            .orElseThrow(() -> Refusal.input(CODE, "must be a service of the catalogue"));
            Change<ServiceOffer> change = change(offer, price(row));
            before.put(code, change.next());
            return change;
        }
    }

    /** What the API says of a field of the prices is said of the column. */
    private static Change<ServiceOffer> change(ServiceOffer offer, ServicePrice price) {
        try {
            return offer.price(price);
        } catch (Refusal e) {
            FieldError first = e.errors().getFirst();
            throw Refusal.input(first.field().replace("prices.", ""), first.message());
        }
    }

    private static ServicePrice price(CsvRow row) {
        String currency = PriceCells.currency(row);
        return new ServicePrice(
                PriceCells.money(row, PRICE, currency),
                PriceCells.steps(row, ZONES, currency),
                PriceCells.steps(row, DENSITIES, currency),
                row.text(NUMBING) == null ? null : PriceCells.money(row, NUMBING, currency),
                row.text(VALID_FROM) == null ? null : row.day(VALID_FROM));
    }
}
