package io.hairline.headoffice.catalogue;

import io.hairline.contracts.Money;
import io.hairline.contracts.ServiceId;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.kit.Ids;
import io.hairline.kit.events.Change;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The catalogue with its list prices, by code. A file without the column of device kinds leaves them as they are. */
@Component
class PriceTable implements CsvTable {

    private static final String CODE = "code";
    private static final String PRICE = "price";
    private static final String DEVICE_KIND = "deviceKind";

    private final ServiceOffers offers;
    private final CsvImport csvImport;

    PriceTable(ServiceOffers offers, CsvImport csvImport) {
        this.offers = offers;
        this.csvImport = csvImport;
    }

    @Override
    public String kind() {
        return "prices";
    }

    @Override
    public List<String> columns() {
        return List.of(
                CODE,
                "minutes",
                "preparationMinutes",
                "cleaningMinutes",
                "practitionerExtraMinutes",
                PRICE,
                PriceCells.CURRENCY,
                DEVICE_KIND);
    }

    @Override
    public List<List<String>> export(int most) {
        return offers.findByCodeGreaterThanOrderByCode("", Limit.of(most)).stream()
                .map(PriceTable::row)
                .toList();
    }

    private static List<String> row(ServiceOffer it) {
        ServiceDurations minutes = it.minutes();
        Money price = it.listPrice();
        return List.of(
                it.code(),
                Integer.toString(minutes.client()),
                Integer.toString(minutes.preparation()),
                Integer.toString(minutes.cleaning()),
                Integer.toString(minutes.practitionerExtra()),
                PriceCells.write(price),
                price == null ? "" : price.currency(),
                Objects.requireNonNullElse(it.deviceKind(), ""));
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        return csvImport.read(ServiceOffer.class, rows, CODE, dryRun, this::change);
    }

    private Change<ServiceOffer> change(CsvRow row) {
        ServiceController.Wanted it = csvImport.valid(new ServiceController.Wanted(
                row.required(CODE),
                row.whole("minutes"),
                row.whole("preparationMinutes"),
                row.whole("cleaningMinutes"),
                row.whole("practitionerExtraMinutes"),
                price(row),
                row.text(DEVICE_KIND),
                null));
        Optional<ServiceOffer> known = offers.findByCode(it.code());
        String deviceKind = row.cells().containsKey(DEVICE_KIND)
                ? it.deviceKind()
                : known.map(ServiceOffer::deviceKind).orElse(null);
        OfferTerms terms = new OfferTerms(it.code(), it.terms().minutes(), it.listPrice(), deviceKind, null);
        return known.map(offer -> offer.offer(terms))
                .orElseGet(() -> ServiceOffer.offer(new ServiceId(Ids.next(ServiceId.PREFIX)), terms));
    }

    private static @Nullable Money price(CsvRow row) {
        if (row.text(PRICE) == null) {
            return null;
        }
        return PriceCells.money(row, PRICE, PriceCells.currency(row));
    }
}
