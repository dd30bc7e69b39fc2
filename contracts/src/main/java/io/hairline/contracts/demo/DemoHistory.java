package io.hairline.contracts.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Two years of the demo franchise, the same every time: each service plays its own part of it, under the same ids. Nobody
 * is in two places at once, because each practitioner has a chair of her own and one visit at each of two times of day.
 */
public final class DemoHistory {

    private static final int DAYS = 730;
    private static final int SEED = 20_260_101;
    private static final int VISITS_A_CLIENT = 10;
    private static final int FIRST_NUMBER = 1_000;
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
    private static final LocalTime IN_THE_MORNING = LocalTime.of(10, 15);
    private static final LocalTime IN_THE_AFTERNOON = LocalTime.of(15, 30);
    private static final int DAYS_TO_DECIDE = 9;
    private static final int HEALING_DAYS = 11;

    /** Those whose whole week belongs to one clinic and whose licences hold; her place in the list is her chair. */
    private static final Map<String, List<Integer>> PRACTITIONERS = Map.of(
            "BER", List.of(1, 2),
            "HAM", List.of(4),
            "VIE", List.of(6),
            "LON", List.of(8, 9),
            "MAN", List.of(11, 12),
            "DUB", List.of(13),
            "NYC", List.of(15, 16, 17),
            "LAX", List.of(18, 19));

    /** How a visit ended by the day the demo was founded. */
    public enum Ending {
        COMPLETED,
        NO_SHOW,
        CANCELLED,
        UPCOMING
    }

    /**
     * One appointment.
     *
     * @param number of {@link DemoIds#appointment(int)}
     * @param day local to the clinic, like {@code time}
     */
    public record Visit(int number, String serviceCode, LocalDate day, LocalTime time, Ending ending) {}

    /**
     * What one client did: a consultation, and a course if she took one.
     *
     * @param client her number; also that of her plan and her course
     * @param chair its number in the clinic
     * @param permanent the kind of treatment
     * @param sessions empty if she didn't go on
     */
    public record Story(
            int client,
            String clinicCode,
            int practitioner,
            int chair,
            boolean permanent,
            Visit consultation,
            List<Visit> sessions) {

        public Story {
            sessions = List.copyOf(sessions);
        }

        /** All of it, in the order it happened. */
        public List<Visit> visits() {
            List<Visit> all = new ArrayList<>(List.of(consultation));
            all.addAll(sessions);
            return all;
        }
    }

    private final Random random = new Random(SEED);
    private final Set<String> taken = new HashSet<>();
    private final LocalDate today;

    private DemoHistory(LocalDate today) {
        this.today = today;
    }

    /**
     * One story for each client, the earliest first.
     *
     * @param today the day the demo was founded; what is planned from then on is upcoming
     */
    public static List<Story> until(LocalDate today) {
        DemoHistory history = new DemoHistory(today);
        List<Story> stories = new ArrayList<>();
        for (int client = 1; client <= DemoIds.CLIENTS; client++) {
            stories.add(history.story(client));
        }
        return List.copyOf(stories);
    }

    private Story story(int client) {
        String clinic = DemoIds.homeClinic(client);
        List<Integer> team = PRACTITIONERS.getOrDefault(clinic, List.of());
        int chair = 1 + random.nextInt(team.size());
        int practitioner = team.get(chair - 1);
        LocalDate day = today.minusDays(DAYS).plusDays((long) DAYS * client / DemoIds.CLIENTS);
        Visit consultation = visit(client, 0, "CONSULTATION", practitioner, day, IN_THE_AFTERNOON);
        List<Visit> sessions = new ArrayList<>();
        LocalDate next = consultation.day().plusDays(DAYS_TO_DECIDE);
        boolean goesOn = random.nextInt(10) < 7 && consultation.ending() == Ending.COMPLETED;
        for (int number = 1; goesOn && number <= 3; number++) {
            Visit session = course(client, number, practitioner, next);
            sessions.add(session);
            next = session.day().plusDays(HEALING_DAYS);
        }
        return new Story(client, clinic, practitioner, chair, random.nextInt(8) != 0, consultation, sessions);
    }

    /** Sessions are kept: who misses one is a story of its own, told by the consultations. */
    private Visit course(int client, int number, int practitioner, LocalDate from) {
        Visit it = visit(client, number, "SESSION_" + number, practitioner, from, IN_THE_MORNING);
        Ending ending = it.day().isBefore(today) ? Ending.COMPLETED : Ending.UPCOMING;
        return new Visit(it.number(), it.serviceCode(), it.day(), it.time(), ending);
    }

    private Visit visit(int client, int place, String service, int practitioner, LocalDate from, LocalTime time) {
        LocalDate day = from;
        while (!WORKDAYS.contains(day.getDayOfWeek()) || !taken.add(practitioner + " " + day + " " + time)) {
            day = day.plusDays(1);
        }
        return new Visit(FIRST_NUMBER + client * VISITS_A_CLIENT + place, service, day, time, ending(day));
    }

    private Ending ending(LocalDate day) {
        int chance = random.nextInt(100);
        if (!day.isBefore(today)) {
            return Ending.UPCOMING;
        }
        return chance < 6 ? Ending.NO_SHOW : chance < 18 ? Ending.CANCELLED : Ending.COMPLETED;
    }
}
