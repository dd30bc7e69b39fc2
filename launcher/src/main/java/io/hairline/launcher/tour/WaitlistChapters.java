package io.hairline.launcher.tour;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A cancelled consultation in Berlin is offered to three clients of two clinics; one of them gets it. */
final class WaitlistChapters {

    private static final String CLINIC = DemoIds.clinic("BER").value();
    private static final int HOLDER = 24;
    /** The second's home clinic is Hamburg, the others' Berlin. */
    private static final List<Integer> WAITING = List.of(8, 1, 16);

    private static final int DAYS = 20;

    private final TourState tour;
    private final Franchise brand;

    WaitlistChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(new Chapter(
                "A cancellation is offered to three clients of two clinics: the second accepts, the others read"
                        + " offer-gone",
                this::offer));
    }

    private void offer() {
        LocalDate today = tour.today();
        JsonNode slot = freeForAll(today);
        String day = slot.path("localStart").asString().substring(0, 10);
        Map<String, Object> booking = TourState.place(slot);
        booking.put("clientId", id(HOLDER));
        String appointment = brand.done(login(HOLDER), "/appointments", booking).text("id");
        List<String> entries = new ArrayList<>();
        for (int number : WAITING) {
            entries.add(brand.done(
                            login(number),
                            "/waitlist",
                            Map.of(
                                    "clientId",
                                    id(number),
                                    "serviceCode",
                                    "CONSULTATION",
                                    "clinicIds",
                                    List.of(CLINIC),
                                    "from",
                                    day,
                                    "to",
                                    day))
                    .text("id"));
        }
        brand.done(login(HOLDER), "/appointments/" + appointment + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        List<String> offers = new ArrayList<>();
        for (int index = 0; index < WAITING.size(); index++) {
            offers.add(brand.eventually(
                            login(WAITING.get(index)),
                            "/waitlist/" + entries.get(index),
                            "the freed time is offered",
                            it -> latest(it).path("status").asString("").equals("OPEN"))
                    .body()
                    .at("/offers/0/id")
                    .asString());
        }
        Answer accepted = accept(1, entries, offers);
        TourState.must(accepted.status() == 200, "the first acceptance has the time");
        for (int loser : List.of(0, 2)) {
            Answer late = accept(loser, entries, offers);
            TourState.must(
                    late.status() == 409 && late.text("type").endsWith("/offer-gone"), "the others read offer-gone");
        }
        brand.get("desk-ber", "/waitlist/saved?clinicId=" + CLINIC);
        tour.printer.say("The queue itself: the clinic's page Waitlist in the portal.");
    }

    private Answer accept(int index, List<String> entries, List<String> offers) {
        return brand.post(
                login(WAITING.get(index)),
                "/waitlist/" + entries.get(index) + "/accept",
                Map.of("offerId", offers.get(index)));
    }

    private static JsonNode latest(JsonNode entry) {
        return entry.path("offers").path(0);
    }

    /** None of the four has anything else then. */
    private JsonNode freeForAll(LocalDate today) {
        Set<String> common = new HashSet<>();
        free(WAITING.getFirst(), today).forEach(it -> common.add(time(it)));
        WAITING.forEach(number -> {
            Set<String> theirs = new HashSet<>();
            free(number, today).forEach(it -> theirs.add(time(it)));
            common.retainAll(theirs);
        });
        for (JsonNode it : free(HOLDER, today)) {
            if (common.contains(time(it))) {
                return it;
            }
        }
        throw new LauncherException("There is no time that is free for everybody.");
    }

    private JsonNode free(int number, LocalDate today) {
        return brand.glance(
                        login(number),
                        "/availability?serviceCode=CONSULTATION&clinicId=%s&clientId=%s&from=%s&to=%s&limit=200"
                                .formatted(CLINIC, id(number), today.plusDays(2), today.plusDays(DAYS)))
                .body()
                .path("items");
    }

    private static String time(JsonNode slot) {
        return slot.path("startsAt").asString() + slot.path("practitionerId").asString();
    }

    private static String id(int number) {
        return DemoIds.client(number).value();
    }

    private static String login(int number) {
        return "client-" + number;
    }
}
