package io.hairline.launcher.recount;

import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The dashboard's numbers counted anew from what the services themselves have written down, in the plainest way. */
public final class Recount {

    private Recount() {}

    /**
     * The value of each tile, by its key; money by its key and currency.
     *
     * @param zones of the clinics that are counted, by id
     * @param from the first local day
     * @param to the last local day
     */
    public static Map<String, BigDecimal> tiles(
            RecordedEvents told, Map<String, ZoneId> zones, LocalDate from, LocalDate to) {
        List<RecordedEvent> booking = told.booking();
        List<RecordedEvent> treatment = told.treatment();
        List<RecordedEvent> headOffice = told.headOffice();
        RecountScope scope = new RecountScope(zones, everywhere(headOffice, zones), from, to);
        Map<String, List<RecordedEvent>> ofClients =
                treatment.stream().collect(Collectors.groupingBy(it -> it.text("clientId")));
        RecountedVisits visits = RecountedVisits.of(booking);
        Tiles tiles = new Tiles();
        new VisitTiles(scope, booking, ofClients, visits, RecountedRotas.of(headOffice, zones)).into(tiles);
        new SessionTiles(scope, booking, treatment, ofClients).into(tiles);
        CourseTiles.of(scope, treatment, visits, RecountedPolicies.of(headOffice))
                .into(tiles);
        new MoneyTiles(scope, booking).into(tiles);
        told.messages().into(tiles, scope, visits);
        return tiles.values();
    }

    private static Map<String, ZoneId> everywhere(List<RecordedEvent> headOffice, Map<String, ZoneId> counted) {
        Map<String, ZoneId> everywhere = new HashMap<>(counted);
        RecordedEvent.all(headOffice, ClinicOpened.class)
                .forEach(it -> everywhere.put(it.subject(), ZoneId.of(it.text("zone"))));
        return everywhere;
    }
}
