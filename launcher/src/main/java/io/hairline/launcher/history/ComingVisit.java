package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoHolidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A visit that somebody has booked in the coming two weeks.
 *
 * @param practitioner the number in the demo
 * @param time by the clinic's clock
 */
record ComingVisit(int practitioner, String serviceCode, LocalDate day, LocalTime time) {

    static final int DAYS = 14;
    static final String CONSULTATION = "CONSULTATION";

    /** Who is trained for courses alone. */
    private static final Set<Integer> COURSES_ONLY = Set.of(3, 5, 7, 10, 12, 17, 20);

    private static final List<String> LONG = List.of("DENSITY", "DENSITY", "DENSITY", "SCAR");
    private static final int PERCENT_LEFT_FREE = 7;
    private static final int QUARTER = 15;
    private static final int LATEST_START = 3;
    private static final Duration UNTIL_SECOND = Duration.ofMinutes(225);
    private static final Duration UNTIL_CONSULTATION = Duration.ofMinutes(375);
    private static final Duration UNTIL_CONSULTATION_OF_A_SHORT_DAY = Duration.ofMinutes(195);
    /** Of today, consultations are booked as far back and as far ahead of now. */
    private static final Duration SEEN_TODAY = Duration.ofHours(3);

    private static final Duration SOON = Duration.ofMinutes(50);
    private static final Duration CONSULTATION_TAKES = Duration.ofMinutes(45);

    /**
     * Two weeks of a clinic, the same for the same day: each practitioner has a long treatment, a shorter one and
     * consultations a day, with some places left free. Of what is over today there are consultations alone, for treatments
     * belong to courses.
     *
     * @param now by the clinic's clock
     */
    static List<ComingVisit> in(String clinicCode, LocalDateTime now) {
        Random random = new Random(clinicCode.hashCode());
        List<ComingVisit> visits = new ArrayList<>();
        for (DemoShift shift : DemoShift.in(clinicCode)) {
            for (int ahead = 0; ahead < DAYS; ahead++) {
                LocalDate day = now.toLocalDate().plusDays(ahead);
                boolean works = shift.isOn(day) && !DemoHolidays.isOn(clinicCode, day);
                List<ComingVisit> whole = works ? day(shift, day, random) : List.of();
                if (ahead > 0) {
                    visits.addAll(whole);
                } else if (works) {
                    visits.addAll(today(shift, now));
                    whole.stream()
                            .filter(it ->
                                    day.atTime(it.time()).isAfter(now.plus(SOON).plus(CONSULTATION_TAKES)))
                            .forEach(visits::add);
                }
            }
        }
        return visits;
    }

    private static List<ComingVisit> day(DemoShift shift, LocalDate day, Random random) {
        LocalTime first = shift.from().plusMinutes(QUARTER * (1L + random.nextInt(LATEST_START)));
        List<ComingVisit> visits = new ArrayList<>();
        String service = LONG.get(random.nextInt(LONG.size()));
        int who = shift.practitioner();
        visits.add(new ComingVisit(who, COURSES_ONLY.contains(who) ? "SESSION_4" : service, day, first));
        boolean isShort = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        LocalTime consultation = first.plus(isShort ? UNTIL_CONSULTATION_OF_A_SHORT_DAY : UNTIL_CONSULTATION);
        if (!isShort) {
            visits.add(new ComingVisit(who, "TOUCH_UP", day, first.plus(UNTIL_SECOND)));
        }
        visits.add(new ComingVisit(who, CONSULTATION, day, consultation));
        visits.add(new ComingVisit(who, CONSULTATION, day, consultation.plus(CONSULTATION_TAKES)));
        visits.removeIf(it -> random.nextInt(100) < PERCENT_LEFT_FREE || it.endsAfter(shift.untilOn(day)));
        return visits;
    }

    private static List<ComingVisit> today(DemoShift shift, LocalDateTime now) {
        LocalDate day = now.toLocalDate();
        List<ComingVisit> visits = new ArrayList<>();
        LocalDateTime end = day.atTime(shift.untilOn(day));
        for (LocalDateTime at = day.atTime(shift.from());
                !at.plus(CONSULTATION_TAKES).isAfter(end);
                at = at.plus(CONSULTATION_TAKES)) {
            if (at.isAfter(now.minus(SEEN_TODAY)) && at.isBefore(now.plus(SOON))) {
                visits.add(new ComingVisit(shift.practitioner(), CONSULTATION, day, at.toLocalTime()));
            }
        }
        return visits;
    }

    int minutes() {
        return switch (serviceCode) {
            case "DENSITY" -> 180;
            case "SESSION_4" -> 150;
            case CONSULTATION -> 45;
            default -> 120;
        };
    }

    private boolean endsAfter(LocalTime until) {
        return time.plusMinutes(minutes()).isAfter(until);
    }
}
