package io.hairline.portal.client;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Slot;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks booking for slots, by the words of the pages: {@code cln_…}, {@code reg_…} or {@code near:cln_…}. */
@Component
class FreeTimes {

    private static final String NEAR = "near:";
    private static final String REGION = "reg_";
    private static final int RADIUS_KM = 300;
    private static final int MOST = 200;

    private final Apis apis;
    private final Catalogue catalogue;

    FreeTimes(Apis apis, Catalogue catalogue) {
        this.apis = apis;
        this.catalogue = catalogue;
    }

    Week week(String service, String where, LocalDate from, String client) {
        Api booking = apis.mine().booking();
        List<LocalDate> days = from.datesUntil(from.plusDays(Week.DAYS)).toList();
        List<Slot> slots = ParallelCalls.each(days, day -> on(day, booking, service, where, client)).stream()
                .flatMap(List::stream)
                .toList();
        return Week.of(from, slots);
    }

    private List<Slot> on(LocalDate day, Api booking, String service, String where, String client) {
        Map<String, Object> query = new HashMap<>(place(where));
        query.put("serviceCode", service);
        query.put("from", day);
        query.put("to", day);
        query.put("clientId", client);
        query.put("limit", MOST);
        return booking.list(Slot.class, "/availability", query);
    }

    private Map<String, ?> place(String where) {
        if (where.startsWith(NEAR)) {
            String clinic = where.substring(NEAR.length());
            return catalogue
                    .clinic(clinic)
                    .map(Clinic::near)
                    .<Map<String, ?>>map(it -> Map.of("near", it, "radiusKm", RADIUS_KM))
                    .orElse(Map.of("clinicId", clinic));
        }
        return where.startsWith(REGION) ? Map.of("regionId", where) : Map.of("clinicId", where);
    }
}
