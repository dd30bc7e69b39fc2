package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fills one clinic's diary of the coming two weeks, as its desk did in the weeks before. */
final class ComingWeeks {

    private static final String BOOKING = "booking";
    /** Two weeks of full days, booked over eight: in the last weeks no more than in those before. */
    private static final int BOOKED_IN_DAYS = 56;

    /** So long after the first visit a course is over. */
    private static final int COURSE_DAYS = 55;

    /** Clients who are through with their course by now, if they took one. */
    private static final int LONG_AGO_DAYS = 75;

    private static final List<String> GIVEN =
            List.of("Alma", "Boris", "Clara", "Dimitri", "Emil", "Frida", "Gabriel", "Hanna", "Ivo", "Julia");
    private static final List<String> FAMILY =
            List.of("Adler", "Bell", "Carter", "Doyle", "Engel", "Frank", "Grant", "Hansen", "Iversen", "Jung");
    private static final Map<String, String> PHONES = Map.of(
            "BER", "+49305556%03d",
            "HAM", "+49405556%03d",
            "VIE", "+4315556%03d",
            "LON", "+442079460%03d",
            "MAN", "+441614960%03d",
            "DUB", "+353155500%03d",
            "NYC", "+12125556%03d",
            "LAX", "+12135556%03d");
    private static final int FIRST_PHONE = 500;
    private static final int PAPERS_AHEAD_DAYS = 2;
    /** Of so many and one more. */
    private static final int GAPS_FILLED_OF = 6;

    private static final int NEWCOMERS_OF = 6;
    /** In each clinic. */
    private static final int WAITING = 2;

    private static final int DAYS_BETWEEN_VISITS = 6;

    private final BackdatedClient then;
    private final String clinicCode;
    private final DemoClinic clinic;
    private final Instant now;
    private final String desk;
    private final List<Integer> regulars;
    /** Whose course is over, the latest first: they have a plan and papers. */
    private final Deque<Integer> treated;

    /** When each of the regulars comes. */
    private final Map<Integer, List<LocalDate>> days = new HashMap<>();

    private final Random random;
    /** Who comes for a session in the next days, and to whom. */
    private final Map<String, Integer> soon = new LinkedHashMap<>();

    private int newcomers;

    ComingWeeks(BackdatedClient then, String clinicCode, DemoClinic clinic, Instant now) {
        this.then = then;
        this.clinicCode = clinicCode;
        this.clinic = clinic;
        this.now = now;
        this.desk = "desk-" + clinicCode.toLowerCase(Locale.ROOT);
        this.regulars = IntStream.rangeClosed(DemoPast.FIRST_CLIENTS + 1, DemoIds.CLIENTS)
                .filter(it -> DemoIds.homeClinic(it).equals(clinicCode))
                .filter(it -> DemoIds.daysSinceFirstVisit(it) > LONG_AGO_DAYS)
                .boxed()
                .toList();
        this.treated = HistoryGenerator.until(LocalDate.ofInstant(now, ZoneOffset.UTC)).stream()
                .filter(it -> it.clinicCode().equals(clinicCode) && regulars.contains(it.client()))
                .filter(it -> !it.sessions().isEmpty() && it.isOver())
                .map(ClientHistory::client)
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.toCollection(ArrayDeque::new));
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

    /** Some would come sooner if somebody else didn't. */
    private void waitForAPlace() {
        LocalDate today = LocalDate.ofInstant(now, clinic.zone());
        regulars.stream()
                .sorted(Comparator.comparingInt(it -> daysOf(it).size()))
                .limit(WAITING)
                .forEach(it -> {
                    String client = DemoIds.client(it).value();
                    then.post(
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
                : regularFor(it.day(), !isConsultation);
        if (regular == null) {
            ComingVisit first = new ComingVisit(it.practitioner(), ComingVisit.CONSULTATION, it.day(), it.time());
            Instant booked = now.minus(Duration.ofHours(hoursAgo));
            book(first, register(booked.minus(Duration.ofMinutes(5))), booked, number);
        } else {
            long sinceCourse = 24 * (DemoIds.daysSinceFirstVisit(regular) - COURSE_DAYS);
            Instant booked = now.minus(Duration.ofHours(Math.min(hoursAgo, sinceCourse)));
            book(it, DemoIds.client(regular).value(), booked, number);
        }
    }

    /** One who doesn't come in the days around it, those first who come least; absent if all do. */
    private @Nullable Integer regularFor(LocalDate day, boolean isTreatment) {
        Integer client = isTreatment ? treated.poll() : null;
        if (client == null) {
            client = regulars.stream()
                    .filter(it -> daysOf(it).stream()
                            .allMatch(other -> Math.abs(ChronoUnit.DAYS.between(other, day)) >= DAYS_BETWEEN_VISITS))
                    .min(Comparator.comparingInt(it -> daysOf(it).size()))
                    .orElse(null);
        }
        if (client != null) {
            days.computeIfAbsent(client, _ -> new ArrayList<>()).add(day);
        }
        return client;
    }

    private List<LocalDate> daysOf(int regular) {
        return days.getOrDefault(regular, List.of());
    }

    /** Where something was in the way of what a day had been given, a touch-up goes into what is left of it. */
    private void fillGaps(int booked) {
        int number = booked;
        LocalDate today = LocalDate.ofInstant(now, clinic.zone());
        for (int ahead = 1; ahead < ComingVisit.DAYS; ahead++) {
            LocalDate day = today.plusDays(ahead);
            Set<String> had = new HashSet<>();
            for (JsonNode slot : then.get(
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
            then.post(
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

    private String register(Instant at) {
        newcomers++;
        Map<String, Object> person = new HashMap<>();
        person.put("givenName", GIVEN.get(newcomers % GIVEN.size()));
        person.put("familyName", FAMILY.get((newcomers / GIVEN.size() + newcomers) % FAMILY.size()));
        person.put(
                "dateOfBirth",
                LocalDate.of(1962, 1, 1)
                        .plusDays(97L * newcomers + 7L * DemoIds.CLINICS.indexOf(clinicCode))
                        .toString());
        person.put("email", "newcomer-%d-%s@example.org".formatted(newcomers, clinicCode.toLowerCase(Locale.ROOT)));
        person.put("phone", PHONES.getOrDefault(clinicCode, "").formatted(FIRST_PHONE + newcomers));
        person.put("language", List.of("BER", "HAM", "VIE").contains(clinicCode) ? "de" : "en");
        person.put("zone", clinic.zone().getId());
        person.put("homeClinicId", clinic.id());
        return then.post(BOOKING, desk, at, key("client" + newcomers), "/clients", person)
                .path("id")
                .asString();
    }

    private String key(String step) {
        return "weeks-" + clinicCode + "-" + step;
    }
}
