package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Fills one clinic's diary of the coming two weeks, as its desk did in the weeks before. */
final class ComingWeeks {

    private static final String BOOKING = "booking";
    /** Two weeks of full days, booked over eight: in the last weeks no more than in those before. */
    private static final int BOOKED_IN_DAYS = 56;

    /** So long after the first visit a course is over. */
    private static final int COURSE_DAYS = 55;

    private static final int PAPERS_AHEAD_DAYS = 2;
    /** Of so many and one more. */
    private static final int GAPS_FILLED_OF = 6;

    private static final int NEWCOMERS_OF = 6;
    /** In each clinic. */
    private static final int WAITING = 2;

    private final BackdatedClient api;
    private final String clinicCode;
    private final DemoClinic clinic;
    private final Instant now;
    private final String desk;
    private final Newcomers newcomers;
    private final Regulars regulars;
    private final Random random;
    /** Who comes for a session in the next days, and to whom. */
    private final Map<String, Integer> soon = new LinkedHashMap<>();

    ComingWeeks(BackdatedClient api, String clinicCode, DemoClinic clinic, Instant now) {
        this.api = api;
        this.clinicCode = clinicCode;
        this.clinic = clinic;
        this.now = now;
        this.desk = "desk-" + clinicCode.toLowerCase(Locale.ROOT);
        this.newcomers = new Newcomers(api, clinicCode, clinic);
        this.regulars = Regulars.of(clinicCode, LocalDate.ofInstant(now, ZoneOffset.UTC), WAITING);
        this.random = new Random(clinicCode.hashCode() + 1L);
    }

    void fill() {
        int number = 0;
        List<ComingVisit> visits =
                new ArrayList<>(ComingVisit.in(clinicCode, LocalDateTime.ofInstant(now, clinic.zone())));
        visits.sort(Comparator.comparing(ComingVisit::day));
        for (ComingVisit it : visits) {
            number++;
            bookFor(it, number);
        }
        fillGaps(number);
        waitForAPlace();
    }

    /** Some would come if somebody else didn't. */
    private void waitForAPlace() {
        LocalDate today = LocalDate.ofInstant(now, clinic.zone());
        regulars.waiting().forEach(it -> {
            String client = DemoIds.client(it).value();
            api.post(
                    BOOKING,
                    desk,
                    now.minus(Duration.ofHours(it % 72)),
                    key("wait" + client),
                    "/waitlist",
                    Map.of(
                            "clientId",
                            client,
                            "serviceCode",
                            "TOUCH_UP",
                            "clinicIds",
                            List.of(clinic.id()),
                            "from",
                            today.plusDays(1).toString(),
                            "to",
                            today.plusDays(ComingVisit.DAYS).toString()));
        });
    }

    /** Consultations are for newcomers, most of them; so is the time of a treatment for which nobody is left. */
    private void bookFor(ComingVisit it, int number) {
        int hoursAgo = 12 + random.nextInt(24 * BOOKED_IN_DAYS);
        boolean isConsultation = it.serviceCode().equals(ComingVisit.CONSULTATION);
        Integer regular = isConsultation && random.nextInt(NEWCOMERS_OF + 1) < NEWCOMERS_OF
                ? null
                : regulars.next(it.day(), !isConsultation);
        if (regular == null) {
            ComingVisit first = new ComingVisit(it.practitioner(), ComingVisit.CONSULTATION, it.day(), it.time());
            Instant booked = now.minus(Duration.ofHours(hoursAgo));
            book(first, newcomers.register(booked.minus(Duration.ofMinutes(5))), booked, number);
        } else {
            long sinceCourse = 24 * (DemoIds.daysSinceFirstVisit(regular) - COURSE_DAYS);
            Instant booked = now.minus(Duration.ofHours(Math.min(hoursAgo, sinceCourse)));
            book(it, DemoIds.client(regular).value(), booked, number);
        }
    }

    /** Where something was in the way of what a day had been given, a touch-up goes into what is left of it. */
    private void fillGaps(int booked) {
        int number = booked;
        LocalDate today = LocalDate.ofInstant(now, clinic.zone());
        for (int ahead = 1; ahead < ComingVisit.DAYS; ahead++) {
            LocalDate day = today.plusDays(ahead);
            Set<String> had = new HashSet<>();
            for (JsonNode slot : api.get(
                            BOOKING,
                            desk,
                            "/availability?serviceCode=TOUCH_UP&clinicId=%s&from=%s&to=%s&limit=200"
                                    .formatted(clinic.id(), day, day))
                    .path("items")) {
                String practitioner = slot.path("practitionerId").asString();
                if (had.add(practitioner) && random.nextInt(GAPS_FILLED_OF + 1) < GAPS_FILLED_OF) {
                    number++;
                    LocalTime time = LocalDateTime.parse(slot.path("localStart").asString())
                            .toLocalTime();
                    bookFor(new ComingVisit(numberOf(practitioner), "TOUCH_UP", day, time), number);
                }
            }
        }
    }

    private static int numberOf(String practitionerId) {
        return IntStream.rangeClosed(1, DemoIds.PRACTITIONERS)
                .filter(it -> DemoIds.practitioner(it).value().equals(practitionerId))
                .findFirst()
                .orElseThrow();
    }

    private void book(ComingVisit it, String client, Instant booked, int number) {
        try {
            api.post(
                    BOOKING,
                    desk,
                    booked,
                    key("book" + number),
                    "/appointments",
                    Map.of(
                            "clientId",
                            client,
                            "clinicId",
                            clinic.id(),
                            "practitionerId",
                            DemoIds.practitioner(it.practitioner()).value(),
                            "serviceCode",
                            it.serviceCode(),
                            "startsAt",
                            it.day()
                                    .atTime(it.time())
                                    .atZone(clinic.zone())
                                    .toInstant()
                                    .toString()));
            if (!it.serviceCode().equals(ComingVisit.CONSULTATION)
                    && it.day().isBefore(LocalDate.ofInstant(now, clinic.zone()).plusDays(PAPERS_AHEAD_DAYS + 1))) {
                soon.putIfAbsent(client, it.practitioner());
            }
        } catch (BackdatedClient.Taken _) {
            // The time stays as it is: a course has it, or the seed's own consultations.
        }
    }

    /** Papers are signed a few days before a session: those of later ones are still missing. */
    void signPapers(ClientPapers papers) {
        Instant at = now.minus(Duration.ofDays(5));
        soon.forEach((client, practitioner) -> papers.sign(
                key(client),
                clinicCode,
                client,
                "practitioner-" + practitioner,
                at,
                at.plus(Duration.ofDays(3)),
                false));
    }

    private String key(String step) {
        return "weeks-" + clinicCode + "-" + step;
    }
}
