package io.hairline.portal.times;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks booking for free times. */
@Component
public class FreeTimes {

    /** How many days are looked at together. */
    public static final int DAYS = 7;

    private static final String NEAR = "near:";
    private static final String REGION = "reg_";
    private static final int RADIUS_KM = 300;
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 5;

    private final Catalogue catalogue;

    FreeTimes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What is looked for.
     *
     * @param where {@code cln_…}, {@code reg_…}, {@code near:cln_…} or {@code near:latitude,longitude}
     * @param from the first of the days
     * @param day the one whose times are listed; the first with a free time where none is given
     * @param clientId for whom; booking then leaves out what collides with the client's own appointments
     * @param movingId an appointment that is to be moved, whose own time isn't in the way
     */
    public record Search(
            String serviceCode,
            String where,
            LocalDate from,
            @Nullable LocalDate day,
            @Nullable String clientId,
            @Nullable String movingId) {}

    /**
     * The free times, day by day.
     *
     * @param link the page's address, to which the chosen day is added
     */
    public FreeDays find(Api booking, Search search, String link) {
        return find(search.from(), search.day(), day -> on(day, booking, search), link);
    }

    /**
     * The free times to which the appointment of a letter's link can be moved.
     *
     * @param booking with the link's secret
     * @param from the first of the days
     * @param day the one whose times are listed; the first with a free time where none is given
     * @param link the page's address, to which the chosen day is added
     */
    public FreeDays findForLink(Api booking, LocalDate from, @Nullable LocalDate day, String link) {
        return find(from, day, it -> all(booking, "/linked-appointment/availability", days(it)), link);
    }

    private static FreeDays find(
            LocalDate from, @Nullable LocalDate chosen, Function<LocalDate, List<Slot>> times, String link) {
        List<LocalDate> days = from.datesUntil(from.plusDays(DAYS)).toList();
        return FreeDays.of(days, ParallelCalls.each(days, times), chosen, link);
    }

    /** Every free time of one day, with each practitioner who is free then. */
    public List<Slot> on(LocalDate day, Api booking, Search search) {
        Map<String, Object> query = days(day);
        query.putAll(place(search.where()));
        query.put("serviceCode", search.serviceCode());
        if (search.clientId() != null) {
            query.put("clientId", search.clientId());
        }
        if (search.movingId() != null) {
            query.put("moving", search.movingId());
        }
        return all(booking, "/availability", query);
    }

    private static Map<String, Object> days(LocalDate day) {
        return new HashMap<>(Map.of("from", day, "to", day, "limit", PAGE));
    }

    private static List<Slot> all(Api booking, String path, Map<String, Object> query) {
        List<Slot> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Api.Page<Slot> some = booking.page(Slot.class, path, query);
            all.addAll(some.items());
            if (some.nextCursor() == null) {
                break;
            }
            query.put("cursor", some.nextCursor());
        }
        return all;
    }

    private Map<String, ?> place(String where) {
        if (where.startsWith(NEAR)) {
            return Map.of("near", coordinates(where.substring(NEAR.length())), "radiusKm", RADIUS_KM);
        }
        return where.startsWith(REGION) ? Map.of("regionId", where) : Map.of("clinicId", where);
    }

    private String coordinates(String place) {
        return catalogue.clinic(place).map(Clinic::near).orElse(place);
    }
}
