package io.hairline.headoffice.clinic;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.headoffice.csv.CsvImport;
import io.hairline.headoffice.csv.CsvReport;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.headoffice.csv.CsvTable;
import io.hairline.headoffice.hours.DayHours;
import io.hairline.headoffice.hours.HoursText;
import io.hairline.headoffice.network.NetworkManagement;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Clinics by code. Hours are written as {@code MON 09:00-18:00; SAT 10:00-16:00}. What follows from a clinic's place, and
 * its region and owner, stay as they are once it has opened: a move is dated and has a call of its own.
 */
@Component
class ClinicTable implements CsvTable {

    private static final String CODE = "code";
    private static final String REGION = "region";
    private static final String OWNER = "owner";
    private static final String CURRENCY = "currency";
    private static final String HOURS = "openingHours";

    private final Clinics clinics;
    private final NetworkManagement network;
    private final CsvImport csvImport;

    ClinicTable(Clinics clinics, NetworkManagement network, CsvImport csvImport) {
        this.clinics = clinics;
        this.network = network;
        this.csvImport = csvImport;
    }

    @Override
    public String kind() {
        return "clinics";
    }

    @Override
    public List<String> columns() {
        return List.of(
                CODE,
                "name",
                REGION,
                OWNER,
                "jurisdiction",
                "zone",
                CURRENCY,
                "latitude",
                "longitude",
                "address",
                "phone",
                HOURS);
    }

    @Override
    public List<List<String>> export(int most) {
        Map<RegionId, String> regions = network.regionCodes();
        Map<OwnerId, String> owners = network.ownerCodes();
        return clinics.findByCodeGreaterThanOrderByCode("", Limit.of(most)).stream()
                .map(it -> row(
                        it,
                        Objects.requireNonNullElse(regions.get(it.regionId()), ""),
                        Objects.requireNonNullElse(owners.get(it.ownerId()), "")))
                .toList();
    }

    private static List<String> row(Clinic it, String region, String owner) {
        ClinicLocation place = it.place();
        return List.of(
                it.code(),
                it.name(),
                region,
                owner,
                place.jurisdiction(),
                place.zone(),
                place.currency(),
                Double.toString(place.latitude()),
                Double.toString(place.longitude()),
                Objects.requireNonNullElse(it.address(), ""),
                Objects.requireNonNullElse(it.phone(), ""),
                String.join("; ", HoursText.write(it.openingHours())));
    }

    @Override
    public CsvReport read(List<CsvRow> rows, boolean dryRun) {
        Map<String, RegionId> regions = inverse(network.regionCodes());
        Map<String, OwnerId> owners = inverse(network.ownerCodes());
        return csvImport.read(
                Clinic.class,
                rows,
                CODE,
                dryRun,
                row -> change(
                        row, known(REGION, row.required(REGION), regions), known(OWNER, row.required(OWNER), owners)));
    }

    private static <K> Map<String, K> inverse(Map<K, String> codes) {
        return codes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private static <T> T known(String column, String code, Map<String, T> ids) {
        return Optional.ofNullable(ids.get(code))
                .orElseThrow(() -> Refusal.input(column, "is no code that the brand has"));
    }

    private Change<Clinic> change(CsvRow row, RegionId region, OwnerId owner) {
        ClinicController.NewClinic it = csvImport.valid(new ClinicController.NewClinic(
                row.required(CODE),
                row.required("name"),
                region,
                owner,
                row.required("jurisdiction"),
                row.required("zone"),
                currency(row),
                row.decimal("latitude").doubleValue(),
                row.decimal("longitude").doubleValue(),
                hours(Objects.requireNonNullElse(row.text(HOURS), "")),
                row.text("address"),
                row.text("phone")));
        ClinicManagement.Opening opening = it.opening();
        return clinics.findByCode(it.code())
                .map(known -> same(known, opening))
                .orElseGet(() -> Clinic.open(
                        new ClinicId(Ids.next(ClinicId.PREFIX)),
                        opening.code(),
                        opening.details(),
                        region,
                        owner,
                        opening.place(),
                        opening.openingHours()));
    }

    private static Change<Clinic> same(Clinic known, ClinicManagement.Opening wanted) {
        ClinicLocation place = wanted.place();
        check(REGION, known.regionId().equals(wanted.regionId()), "move the clinic on a date instead");
        check(OWNER, known.ownerId().equals(wanted.ownerId()), "move the clinic on a date instead");
        check("jurisdiction", known.place().jurisdiction().equals(place.jurisdiction()), "open another clinic");
        check("zone", known.place().zone().equals(place.zone()), "open another clinic");
        check(CURRENCY, known.place().currency().equals(place.currency()), "open another clinic");
        return CsvImport.inOrder(
                known, it -> it.describe(wanted.details()), it -> it.changeHours(wanted.openingHours()));
    }

    private static void check(String column, boolean same, String instead) {
        if (!same) {
            throw Refusal.input(column, "can't be changed here; " + instead);
        }
    }

    private static Currency currency(CsvRow row) {
        try {
            return Currency.getInstance(row.required(CURRENCY));
        } catch (IllegalArgumentException _) {
            throw Refusal.input(CURRENCY, "must be an ISO 4217 code such as EUR");
        }
    }

    private List<DayHours> hours(String text) {
        List<DayHours> hours = new ArrayList<>();
        for (String shift : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            hours.add(csvImport.valid(HoursText.read(HOURS, shift)));
        }
        return hours;
    }
}
