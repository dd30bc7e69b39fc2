package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoHolidays;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import io.hairline.launcher.history.PastVisit.Ending;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes up two years of the demo franchise, the same for the same day. Nobody is in two places at once, because each
 * practitioner has a chair of their own and one visit at each of two times of day.
 */
final class HistoryGenerator {

    private static final int SEED = 20_260_101;
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
    static final LocalTime IN_THE_MORNING = LocalTime.of(10, 15);
    private static final LocalTime IN_THE_AFTERNOON = LocalTime.of(15, 30);
    private static final int DAYS_TO_DECIDE = 9;
    private static final int HEALING_DAYS = 11;
    private static final int SESSIONS = 3;
    private static final int PERCENT_GOING_ON = 72;
    /** Rather another day of the practitioner's than a gap between sessions of more than a month. */
    private static final int LATEST_HEALED_DAYS = 17;

    private final Random random = new Random(SEED);
    private final Set<String> taken = new HashSet<>();
    private final LocalDate today;

    private HistoryGenerator(LocalDate today) {
        this.today = today;
    }

    /**
     * One story for each client, the earliest first.
     *
     * @param today what is planned from then on is upcoming
     */
    static List<ClientHistory> until(LocalDate today) {
        HistoryGenerator stories = new HistoryGenerator(today);
        List<ClientHistory> all = new ArrayList<>();
        for (int client = 1; client <= DemoIds.CLIENTS; client++) {
            all.add(stories.story(client));
        }
        TouchUpGenerator touchUps = new TouchUpGenerator(today, stories.taken);
        return touchUps.addTo(all);
    }

    private ClientHistory story(int client) {
        String clinic = DemoIds.homeClinic(client);
        List<Integer> byDay = DemoPast.byDay(clinic);
        int practitioner = byDay.get(random.nextInt(byDay.size()));
        Set<DayOfWeek> days = DemoPast.days(clinic, practitioner);
        boolean isFirst = client <= DemoPast.FIRST_CLIENTS;
        LocalDate from = today.minusDays(DemoIds.daysSinceFirstVisit(client));
        PastVisit consultation = consultation(clinic, practitioner, days, from, isFirst);
        boolean goesOn =
                (isFirst || random.nextInt(100) < PERCENT_GOING_ON) && consultation.ending() == Ending.COMPLETED;
        return new ClientHistory(
                client,
                clinic,
                practitioner,
                DemoPast.chair(clinic, practitioner),
                isFirst || random.nextInt(8) != 0,
                consultation,
                goesOn ? course(clinic, practitioner, days, consultation.day().plusDays(DAYS_TO_DECIDE)) : List.of(),
                null);
    }

    private PastVisit consultation(
            String clinic, int practitioner, Set<DayOfWeek> days, LocalDate from, boolean isFirst) {
        LocalDate day = free(clinic, practitioner, days, from, IN_THE_AFTERNOON);
        int chance = isFirst ? 100 : random.nextInt(100);
        Ending ending = !day.isBefore(today)
                ? Ending.UPCOMING
                : chance < 6 ? Ending.NO_SHOW : chance < 18 ? Ending.CANCELLED : Ending.COMPLETED;
        return new PastVisit("CONSULTATION", day, IN_THE_AFTERNOON, ending);
    }

    /** Sessions are kept: who misses one is a story of its own, told by the consultations. */
    private List<PastVisit> course(String clinic, int practitioner, Set<DayOfWeek> days, LocalDate from) {
        List<PastVisit> sessions = new ArrayList<>();
        LocalDate next = from;
        for (int number = 1; number <= SESSIONS; number++) {
            LocalDate day = free(clinic, practitioner, days, next, IN_THE_MORNING);
            sessions.add(new PastVisit(
                    "SESSION_" + number,
                    day,
                    IN_THE_MORNING,
                    day.isBefore(today) ? Ending.COMPLETED : Ending.UPCOMING));
            next = day.plusDays(HEALING_DAYS);
        }
        return sessions;
    }

    private LocalDate free(String clinic, int practitioner, Set<DayOfWeek> days, LocalDate from, LocalTime time) {
        LocalDate day = from;
        while (!(day.isAfter(from.plusDays(LATEST_HEALED_DAYS)) ? WORKDAYS : days).contains(day.getDayOfWeek())
                || DemoHolidays.isOn(clinic, day)
                || !taken.add(place(practitioner, day, time))) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** What nobody else may have. */
    static String place(int practitioner, LocalDate day, LocalTime time) {
        return practitioner + " " + day + " " + time;
    }
}
