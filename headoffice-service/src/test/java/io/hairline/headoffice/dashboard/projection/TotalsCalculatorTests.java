package io.hairline.headoffice.dashboard.projection;

import static io.hairline.headoffice.dashboard.projection.Measure.ADVERSE_EVENTS;
import static io.hairline.headoffice.dashboard.projection.Measure.AFTER_COURSE_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.BOOKED_MINUTES;
import static io.hairline.headoffice.dashboard.projection.Measure.BOOKINGS;
import static io.hairline.headoffice.dashboard.projection.Measure.COLLECTED;
import static io.hairline.headoffice.dashboard.projection.Measure.COMPLETED_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.CONSULTATIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.CONSULTATIONS_TO_COURSE;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_COMPLETED;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_FINISHED;
import static io.hairline.headoffice.dashboard.projection.Measure.COURSES_STARTED;
import static io.hairline.headoffice.dashboard.projection.Measure.EARLY_TOUCH_UPS;
import static io.hairline.headoffice.dashboard.projection.Measure.FREED_TIMES;
import static io.hairline.headoffice.dashboard.projection.Measure.IN_COURSE_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.LATE_CANCELLATIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.LEAD_DAYS;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_DELIVERED;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_FAILED;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_SENT;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_STALE;
import static io.hairline.headoffice.dashboard.projection.Measure.NO_SHOWS;
import static io.hairline.headoffice.dashboard.projection.Measure.NO_SHOW_MINUTES;
import static io.hairline.headoffice.dashboard.projection.Measure.REBOOKED_VISITS;
import static io.hairline.headoffice.dashboard.projection.Measure.REFILLED_TIMES;
import static io.hairline.headoffice.dashboard.projection.Measure.REVENUE;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSIONS;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSION_GAPS;
import static io.hairline.headoffice.dashboard.projection.Measure.SESSION_GAPS_IN_WINDOW;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_FALLEN_DUE;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_OPEN;
import static io.hairline.headoffice.dashboard.projection.Measure.TOUCH_UPS_TREATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.dashboard.projection.Fact.AppointmentChange;
import io.hairline.headoffice.dashboard.projection.Fact.Consulted;
import io.hairline.headoffice.dashboard.projection.Fact.CourseDone;
import io.hairline.headoffice.dashboard.projection.Fact.CourseMade;
import io.hairline.headoffice.dashboard.projection.Fact.DiaryTime;
import io.hairline.headoffice.dashboard.projection.Fact.Message;
import io.hairline.headoffice.dashboard.projection.Fact.MoneyMoved;
import io.hairline.headoffice.dashboard.projection.Fact.Planned;
import io.hairline.headoffice.dashboard.projection.Fact.Spacing;
import io.hairline.headoffice.dashboard.projection.Fact.Stage;
import io.hairline.headoffice.dashboard.projection.Fact.Standing;
import io.hairline.headoffice.dashboard.projection.Fact.TouchUp;
import io.hairline.headoffice.dashboard.projection.Fact.Treated;
import io.hairline.kit.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalsCalculatorTests {

    private static final ClinicId LOS_ANGELES = DemoIds.clinic("LAX");
    private static final String ZONE = "America/Los_Angeles";
    private static final AppointmentId FIRST = DemoIds.appointment(1);
    private static final AppointmentId SECOND = DemoIds.appointment(2);
    private static final CourseId COURSE = new CourseId(Ids.next(CourseId.PREFIX));
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");

    @Test
    void countsABookingOnTheDayItWasMadeAndItsMinutesOnTheDayItIs() {
        assertThat(sums(turn(FIRST, 1, "2026-03-30T20:00:00Z", Standing.CONFIRMED, "2026-03-31T17:00:00Z")))
                .isEqualTo(Map.of(
                        "2026-03-30 " + BOOKINGS,
                        1L,
                        "2026-03-30 " + LEAD_DAYS,
                        1L,
                        "2026-03-31 " + BOOKED_MINUTES,
                        90L));
    }

    @Test
    void takesTheClinicsDayAndNotGreenwichs() {
        assertThat(sums(turn(FIRST, 1, "2026-04-01T06:59:00Z", Standing.CONFIRMED, "2026-04-01T06:00:00Z")))
                .isEqualTo(Map.of("2026-03-31 " + BOOKINGS, 1L, "2026-03-31 " + BOOKED_MINUTES, 90L));
    }

    @Test
    void movesTheMinutesWithTheAppointmentAndCountsItOnce() {
        assertThat(sums(
                        turn(FIRST, 1, "2026-03-30T20:00:00Z", Standing.CONFIRMED, "2026-03-31T17:00:00Z"),
                        turn(FIRST, 2, "2026-03-30T21:00:00Z", Standing.CONFIRMED, "2026-04-02T17:00:00Z")))
                .isEqualTo(Map.of(
                        "2026-03-30 " + BOOKINGS,
                        1L,
                        "2026-03-30 " + LEAD_DAYS,
                        1L,
                        "2026-03-31 " + FREED_TIMES,
                        1L,
                        "2026-04-02 " + BOOKED_MINUTES,
                        90L));
    }

    @Test
    void countsAVisitForItsPractitionerAndItsChairToo() {
        assertThat(resources(ended(Standing.COMPLETED)))
                .isEqualTo(Map.of(
                        "2026-03-20 prc|" + BOOKINGS,
                        1L,
                        "2026-03-20 chr|" + BOOKINGS,
                        1L,
                        "2026-03-31 prc|" + BOOKED_MINUTES,
                        90L,
                        "2026-03-31 chr|" + BOOKED_MINUTES,
                        90L,
                        "2026-03-31 prc|" + COMPLETED_VISITS,
                        1L,
                        "2026-03-31 chr|" + COMPLETED_VISITS,
                        1L));
        assertThat(resources(ended(Standing.NO_SHOW)))
                .containsEntry("2026-03-31 prc|" + NO_SHOWS, 1L)
                .doesNotContainKey("2026-03-31 prc|" + BOOKED_MINUTES);
        assertThat(resources(treated(1, "2026-03-31T20:00:00Z", null, 0)))
                .isEqualTo(Map.of("2026-03-31 prc|" + SESSIONS, 1L));
    }

    private static Map<String, Long> resources(Fact... facts) {
        Map<String, Long> all = new HashMap<>();
        tally(facts).each((place, sums) -> {
            if (place.ofResources()) {
                sums.forEach((key, it) -> all.put(place.day() + " " + key, it));
            }
        });
        return all;
    }

    @Test
    void tellsLateFromTimelyCancellationsAndBothFromNoShows() {
        assertThat(day(ended(Standing.CANCELLED))).isEmpty();
        assertThat(day(ended(Standing.CANCELLED_LATE))).isEqualTo(Map.of(LATE_CANCELLATIONS.name(), 1L));
        assertThat(day(ended(Standing.NO_SHOW)))
                .as("its minutes were not productive, but were not available either")
                .isEqualTo(Map.of(NO_SHOWS.name(), 1L, NO_SHOW_MINUTES.name(), 90L));
    }

    @Test
    void countsAVisitAsRebookedOnlyIfTheNextWasMadeByTheEndOfItsDay() {
        AppointmentChange inTime = turn(SECOND, 1, "2026-04-01T06:59:59Z", Standing.CONFIRMED, "2026-04-20T17:00:00Z");
        AppointmentChange tooLate = turn(SECOND, 1, "2026-04-01T07:00:00Z", Standing.CONFIRMED, "2026-04-20T17:00:00Z");
        AppointmentChange givenUpAtOnce =
                turn(SECOND, 2, "2026-04-01T06:59:59.5Z", Standing.CANCELLED, "2026-04-20T17:00:00Z");
        AppointmentChange givenUpLater =
                turn(SECOND, 2, "2026-04-03T00:00:00Z", Standing.CANCELLED, "2026-04-20T17:00:00Z");

        assertThat(day(with(ended(Standing.COMPLETED), inTime)))
                .containsEntry(REBOOKED_VISITS.name(), 1L)
                .containsEntry(COMPLETED_VISITS.name(), 1L);
        assertThat(day(with(ended(Standing.COMPLETED), inTime, givenUpLater))).containsKey(REBOOKED_VISITS.name());
        assertThat(day(with(ended(Standing.COMPLETED), inTime, givenUpAtOnce)))
                .doesNotContainKey(REBOOKED_VISITS.name());
        assertThat(day(with(ended(Standing.COMPLETED), tooLate))).doesNotContainKey(REBOOKED_VISITS.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SESSION_2", "SCAR", "DENSITY"})
    void tellsSessionsOfACourseFromItsLast(String serviceCode) {
        CourseDone done = new CourseDone("pln_1", 3, at("2026-03-31T20:00:00Z"), COURSE);
        AppointmentChange session = of(serviceCode, "2026-03-31T17:00:00Z");

        assertThat(day(session))
                .containsEntry(IN_COURSE_VISITS.name(), 1L)
                .doesNotContainKey(AFTER_COURSE_VISITS.name());
        assertThat(day(session, done))
                .containsEntry(AFTER_COURSE_VISITS.name(), 1L)
                .doesNotContainKey(IN_COURSE_VISITS.name());
        assertThat(day(of("TOUCH_UP", "2026-03-31T17:00:00Z"))).doesNotContainKey(IN_COURSE_VISITS.name());
    }

    @Test
    void countsATouchUpAsEarlyWithinTwelveMonthsOfTheCourse() {
        Treated last = treated(1, "2026-03-31T20:00:00Z", null, 0);
        CourseDone done = new CourseDone("pln_1", 3, at("2026-03-31T20:00:00Z"), COURSE);
        LocalDate leap = LocalDate.parse("2027-03-31");
        Treated lastOfLeapYear = new Treated(
                "ses_1", 2, at("2027-03-31T20:00:00Z"), LOS_ANGELES, leap, COURSE, null, 0, true, null, null);
        CourseDone doneInLeapYear = new CourseDone("pln_1", 3, at("2027-03-31T20:00:00Z"), COURSE);

        assertThat(day(last, done, of("TOUCH_UP", "2027-03-30T17:00:00Z")))
                .containsEntry(COURSES_FINISHED.name(), 1L)
                .containsEntry(EARLY_TOUCH_UPS.name(), 1L);
        assertThat(day(last, done, of("TOUCH_UP", "2027-03-31T17:00:00Z"))).doesNotContainKey(EARLY_TOUCH_UPS.name());
        assertThat(sums(lastOfLeapYear, doneInLeapYear, of("TOUCH_UP", "2028-03-30T20:30:00Z")))
                .as("twelve months of 366 days")
                .containsEntry(leap + " " + EARLY_TOUCH_UPS, 1L);
    }

    private static AppointmentChange of(String serviceCode, String startsAt) {
        Instant start = at(startsAt);
        LocalDate day = LocalDate.ofInstant(start, ZoneId.of(ZONE));
        return new AppointmentChange(
                SECOND.value(),
                2,
                start,
                Standing.COMPLETED,
                false,
                LOS_ANGELES,
                "prc",
                serviceCode,
                start,
                90,
                day,
                ZONE,
                null);
    }

    @Test
    void sumsPricesAndMoneyInTheSmallestCoin() {
        assertThat(day(
                        treated(1, "2026-03-31T20:00:00Z", "USD", 45_050),
                        treated(2, "2026-03-31T22:00:00Z", "USD", 10_000),
                        treated(3, "2026-03-31T23:00:00Z", null, 0),
                        new MoneyMoved("pay", 1, at("2026-03-31T20:00:00Z"), LOS_ANGELES, DAY, "USD", 30_000),
                        new MoneyMoved("pay", 2, at("2026-03-31T21:00:00Z"), LOS_ANGELES, DAY, "USD", -5_001)))
                .containsEntry(REVENUE.in("USD"), 55_050L)
                .containsEntry(COLLECTED.in("USD"), 24_999L)
                .containsEntry(SESSIONS.name(), 3L);
    }

    @Test
    void findsTheConsultationThatACourseCameFrom() {
        Consulted one = new Consulted("cst_1", 1, at("2026-03-31T20:00:00Z"), LOS_ANGELES, DAY, FIRST);
        Consulted other = new Consulted("cst_2", 1, at("2026-03-31T21:00:00Z"), LOS_ANGELES, DAY, SECOND);
        PlanId plan = new PlanId(Ids.next(PlanId.PREFIX));
        Planned planned = new Planned(plan.value(), 1, at("2026-03-31T20:30:00Z"), FIRST);
        CourseMade booked = new CourseMade("crs_1", 1, at("2026-04-02T20:30:00Z"), plan);

        assertThat(day(one, other, planned)).isEqualTo(Map.of(CONSULTATIONS.name(), 2L));
        assertThat(day(one, other, planned, booked))
                .isEqualTo(Map.of(CONSULTATIONS.name(), 2L, CONSULTATIONS_TO_COURSE.name(), 1L));
    }

    @Test
    void givesACourseNinetyDaysFromItsFirstSession() {
        CourseId course = COURSE;
        Treated first = treated(1, "2026-03-31T20:00:00Z", null, 0);
        CourseDone inTime = new CourseDone("pln_1", 3, at("2026-06-29T20:00:00Z"), course);
        CourseDone late = new CourseDone("pln_1", 3, at("2026-06-29T20:00:00.001Z"), course);

        assertThat(day(first)).containsEntry(COURSES_STARTED.name(), 1L).doesNotContainKey(COURSES_COMPLETED.name());
        assertThat(day(first, inTime)).containsEntry(COURSES_COMPLETED.name(), 1L);
        assertThat(day(first, late)).doesNotContainKey(COURSES_COMPLETED.name());
    }

    @Test
    void countsTheGapsBetweenSessionsThatAreLongEnoughAndNotTooLong() {
        Treated third = treated(3, "2026-03-31T20:00:00Z", null, 0);
        Treated early = session(2, "2026-03-22T20:00:00Z");
        Treated inTime = session(2, "2026-03-21T20:00:00Z");
        Treated longAgo = session(2, "2026-02-28T20:00:00Z");

        assertThat(day(third)).doesNotContainKey(SESSION_GAPS.name());
        assertThat(day(third, early))
                .containsEntry(SESSION_GAPS.name(), 1L)
                .doesNotContainKey(SESSION_GAPS_IN_WINDOW.name());
        assertThat(day(third, inTime)).containsEntry(SESSION_GAPS_IN_WINDOW.name(), 1L);
        assertThat(day(third, longAgo)).doesNotContainKey(SESSION_GAPS_IN_WINDOW.name());
    }

    @Test
    void judgesAGapByThePolicyThatWasInForceAtItsEnd() {
        Treated before = session(2, "2026-03-11T20:00:00Z");
        Treated strict = spaced(new Spacing(21, 42));
        Treated lenient = spaced(new Spacing(14, 20));

        assertThat(day(strict, before)).containsEntry(SESSION_GAPS.name(), 1L);
        assertThat(day(strict, before)).doesNotContainKey(SESSION_GAPS_IN_WINDOW.name());
        assertThat(day(lenient, before)).containsEntry(SESSION_GAPS_IN_WINDOW.name(), 1L);
    }

    private static Treated spaced(Spacing spacing) {
        Instant at = at("2026-03-31T20:00:00Z");
        return new Treated("ses_3", 2, at, LOS_ANGELES, DAY, COURSE, null, 0, true, spacing, null);
    }

    @Test
    void countsAFreedTimeAsTakenAgainByAnyAppointmentMadeBeforeItBegan() {
        DiaryTime left = diary("apt_1", 2, "2026-03-30T20:00:00Z", false, "2026-03-31T17:00:00Z");
        String later = "2026-03-31T16:59:00Z";

        assertThat(day(left)).isEmpty();
        assertThat(day(left, diary("apt_2", 1, later, true, "2026-03-31T17:00:00Z")))
                .isEqualTo(Map.of(REFILLED_TIMES.name(), 1L));
        assertThat(day(left, diary("apt_2", 1, later, true, "2026-03-31T18:15:00Z")))
                .as("a part of it is enough")
                .isEqualTo(Map.of(REFILLED_TIMES.name(), 1L));
        assertThat(day(
                        left,
                        diary("apt_2", 1, later, true, "2026-03-31T17:00:00Z"),
                        diary("apt_3", 1, later, true, "2026-03-31T17:00:00Z")))
                .as("each freed time counts once")
                .isEqualTo(Map.of(REFILLED_TIMES.name(), 1L));
        assertThat(day(left, diary("apt_2", 1, later, true, "2026-03-31T18:30:00Z")))
                .as("another time")
                .isEmpty();
        assertThat(day(left, diary("apt_2", 1, "2026-03-30T19:59:00Z", true, "2026-03-31T17:00:00Z")))
                .as("before it was free")
                .isEmpty();
        assertThat(day(left, diary("apt_2", 1, "2026-03-31T17:00:00Z", true, "2026-03-31T17:00:00Z")))
                .as("after it had begun")
                .isEmpty();
        assertThat(day(left, diary("apt_1", 3, later, true, "2026-03-31T17:15:00Z")))
                .as("the appointment that left it")
                .isEmpty();
    }

    private static DiaryTime diary(String of, long version, String at, boolean taken, String startsAt) {
        Instant start = at(startsAt);
        return new DiaryTime(of, version, at(at), taken, LOS_ANGELES, DAY, start, start.plusSeconds(90 * 60));
    }

    @Test
    void countsAdverseEventsAndMessagesThatArrived() {
        Fact harm = new Fact.AdverseEvent("adv_1", 1, at("2026-03-31T20:00:00Z"), LOS_ANGELES, DAY);
        Fact arrived = ended(false);

        assertThat(day(harm)).isEqualTo(Map.of(ADVERSE_EVENTS.name(), 1L));
        assertThat(day(message(1, false))).isEmpty();
        assertThat(day(message(1, false), arrived))
                .as("in the inbox, by no mail server")
                .isEqualTo(Map.of(MESSAGES_DELIVERED.name(), 1L));
        assertThat(day(message(1, false), ended(true))).isEqualTo(Map.of(MESSAGES_FAILED.name(), 1L));
        assertThat(day(message(1, false), ended(true), message(4, true)))
                .as("it was only believed to be lost")
                .isEqualTo(Map.of(MESSAGES_SENT.name(), 1L, MESSAGES_DELIVERED.name(), 1L));
        assertThat(day(message(1, false), message(2, true), arrived))
                .isEqualTo(Map.of(MESSAGES_SENT.name(), 1L, MESSAGES_DELIVERED.name(), 1L));
    }

    private static Fact ended(boolean failed) {
        return new Fact.MessageEnded("msg_1", 3, at("2026-03-31T17:00:05Z"), failed, LOS_ANGELES, DAY, null);
    }

    private static Treated session(int number, String at) {
        LocalDate day = LocalDate.ofInstant(at(at), ZoneId.of(ZONE));
        return new Treated("ses_" + number, 2, at(at), LOS_ANGELES, day, COURSE, null, 0, true, null, null);
    }

    @Test
    void keepsATouchUpOnTheWorklistUntilItHasAnAppointment() {
        TouchUp due = touchUp(2, Stage.DUE);

        assertThat(day(touchUp(2, Stage.BOOKED))).isEmpty();
        assertThat(day(due)).isEqualTo(Map.of(TOUCH_UPS_FALLEN_DUE.name(), 1L, TOUCH_UPS_OPEN.name(), 1L));
        assertThat(day(touchUp(3, Stage.BOOKED), due))
                .as("an appointment is no treatment yet")
                .isEqualTo(Map.of(TOUCH_UPS_FALLEN_DUE.name(), 1L));
        assertThat(day(touchUp(4, Stage.REOPENED), touchUp(3, Stage.BOOKED), due))
                .isEqualTo(Map.of(TOUCH_UPS_FALLEN_DUE.name(), 1L, TOUCH_UPS_OPEN.name(), 1L));
        assertThat(day(touchUp(3, Stage.CLOSED), due)).isEqualTo(Map.of(TOUCH_UPS_FALLEN_DUE.name(), 1L));
    }

    @Test
    void convertsATouchUpWhenItIsTreatedInTime() {
        TouchUp due = touchUp(2, Stage.DUE);
        TouchUp treatedLate = new TouchUp("tch_1", 4, at("2026-09-27T17:00:01Z"), LOS_ANGELES, Stage.TREATED, null);

        assertThat(day(touchUp(4, Stage.TREATED), touchUp(3, Stage.BOOKED), due))
                .isEqualTo(Map.of(TOUCH_UPS_FALLEN_DUE.name(), 1L, TOUCH_UPS_TREATED.name(), 1L));
        assertThat(day(treatedLate, touchUp(3, Stage.BOOKED), due)).isEqualTo(Map.of(TOUCH_UPS_FALLEN_DUE.name(), 1L));
    }

    @Test
    void callsAMessageStaleIfItsAppointmentHadChangedBeforeItWasDue() {
        AppointmentChange booked = turn(FIRST, 1, "2026-03-20T20:00:00Z", Standing.CONFIRMED, "2026-04-01T17:00:00Z");
        AppointmentChange cancelled =
                turn(FIRST, 2, "2026-03-31T16:59:59Z", Standing.CANCELLED, "2026-04-01T17:00:00Z");
        AppointmentChange cancelledAfter =
                turn(FIRST, 2, "2026-03-31T17:00:00Z", Standing.CANCELLED, "2026-04-01T17:00:00Z");
        AppointmentChange moved = turn(FIRST, 2, "2026-03-25T00:00:00Z", Standing.CONFIRMED, "2026-04-09T17:00:00Z");
        AppointmentChange arrived = turn(FIRST, 2, "2026-03-31T16:00:00Z", Standing.CHECKED_IN, "2026-04-01T17:00:00Z");

        assertThat(stale(booked)).isFalse();
        assertThat(stale(booked, arrived)).isFalse();
        assertThat(stale(booked, cancelledAfter)).isFalse();
        assertThat(stale(booked, cancelled)).isTrue();
        assertThat(stale(booked, moved)).isTrue();
        assertThat(stale()).as("its appointment may still arrive").isFalse();
    }

    private static boolean stale(AppointmentChange... changes) {
        Map<String, Long> day = day(with(changes, message(1, false), message(2, true)));
        assertThat(day).containsEntry(MESSAGES_SENT.name(), 1L);
        return day.containsKey(MESSAGES_STALE.name());
    }

    private static Message message(long version, boolean sent) {
        Instant due = at("2026-03-31T17:00:00Z");
        return new Message("msg_1", version, due, sent, due, LOS_ANGELES, DAY, FIRST, 1);
    }

    private static TouchUp touchUp(long version, Stage stage) {
        return new TouchUp(
                "tch_1", version, at("2026-03-31T17:00:00Z"), LOS_ANGELES, stage, stage == Stage.DUE ? DAY : null);
    }

    private static Treated treated(int number, String at, @Nullable String currency, long minorUnits) {
        return new Treated(
                "ses_" + number, 2, at(at), LOS_ANGELES, DAY, COURSE, currency, minorUnits, true, null, "prc");
    }

    private static Fact[] ended(Standing standing) {
        return new Fact[] {
            turn(FIRST, 1, "2026-03-20T20:00:00Z", Standing.CONFIRMED, "2026-03-31T17:00:00Z"),
            turn(FIRST, 2, "2026-03-31T17:30:00Z", standing, "2026-03-31T17:00:00Z")
        };
    }

    private static AppointmentChange turn(
            AppointmentId of, long version, String at, Standing standing, String startsAt) {
        Instant start = at(startsAt);
        LocalDate day = LocalDate.ofInstant(start, ZoneId.of(ZONE));
        return new AppointmentChange(
                of.value(),
                version,
                at(at),
                standing,
                version == 1,
                LOS_ANGELES,
                "prc",
                "SMP_SESSION",
                start,
                90,
                day,
                ZONE,
                "chr");
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static Fact[] with(Fact[] some, Fact... more) {
        return java.util.stream.Stream.of(some, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(Fact[]::new);
    }

    private static Map<String, Long> day(Fact... facts) {
        Map<String, Long> day = new HashMap<>();
        tally(facts).each((place, sums) -> {
            if (place.day().equals(DAY) && !place.ofResources()) {
                day.putAll(sums);
            }
        });
        return day;
    }

    private static Map<String, Long> sums(Fact... facts) {
        Map<String, Long> all = new HashMap<>();
        tally(facts).each((place, sums) -> {
            if (!place.ofResources()) {
                sums.forEach((key, it) -> all.put(place.day() + " " + key, it));
            }
        });
        return all;
    }

    private static DailyTotalsStore tally(Fact... facts) {
        return TotalsCalculator.of(ClientFacts.empty(DemoIds.client(1)).with(List.of(facts)));
    }
}
