package io.hairline.booking.appointment;

import static io.hairline.booking.appointment.Status.CANCELLED;
import static io.hairline.booking.appointment.Status.CHECKED_IN;
import static io.hairline.booking.appointment.Status.COMPLETED;
import static io.hairline.booking.appointment.Status.CONFIRMED;
import static io.hairline.booking.appointment.Status.EXPIRED;
import static io.hairline.booking.appointment.Status.HELD;
import static io.hairline.booking.appointment.Status.IN_CHAIR;
import static io.hairline.booking.appointment.Status.LATE_CANCELLED;
import static io.hairline.booking.appointment.Status.NO_SHOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.ulid.UlidCreator;
import io.hairline.booking.allocation.AllocatedSlot;
import io.hairline.booking.appointment.conflict.AppointmentConflict;
import io.hairline.booking.appointment.visit.Visit;
import io.hairline.booking.appointment.visit.VisitStep;
import io.hairline.booking.diary.ServiceNeed;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of an appointment in each state by each command. */
class AppointmentTests {

    private static final Instant START = Instant.parse("2027-03-02T10:00:00Z");
    private static final Instant LONG_BEFORE = START.minus(Duration.ofDays(10));
    private static final Instant SHORTLY_BEFORE = START.minus(Duration.ofHours(3));
    private static final Instant WITHIN_THE_GRACE = START.plus(Duration.ofMinutes(14));
    private static final Instant AFTERWARDS = START.plus(Duration.ofMinutes(16));
    private static final Instant AT_THE_END = START.plus(Duration.ofMinutes(45));
    /** One minute into the local day of the appointment in Berlin, and one before. */
    private static final Instant DAY_BEGINS = Instant.parse("2027-03-01T23:01:00Z");

    private static final Instant DAY_BEFORE = Instant.parse("2027-03-01T22:59:00Z");
    private static final Instant DAY_AFTER = Instant.parse("2027-03-02T23:01:00Z");
    private static final ClientId CLIENT = new ClientId(Ids.next(ClientId.PREFIX));
    private static final BookingPolicy POLICY = new BookingPolicy(
            60,
            400,
            10,
            3,
            15,
            List.of(new CancellationTier(72, 100), new CancellationTier(24, 50)),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    private static final ChangeReason CLIENT_REQUEST = ChangeReason.of("CLIENT_REQUEST");
    private static final Map<Status, Appointment> EACH = each();

    private static AllocatedSlot place() {
        return place(START);
    }

    private static AllocatedSlot place(Instant start) {
        AppointmentSlot slot = new AppointmentSlot(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                new ChairId(Ids.next(ChairId.PREFIX)),
                "CONSULTATION",
                start,
                start.plus(Duration.ofMinutes(45)),
                LocalDateTime.ofInstant(start, ZoneId.of("Europe/Berlin")),
                "Europe/Berlin");
        return new AllocatedSlot(slot, new ServiceNeed(45, 0, 0, 0));
    }

    private static Map<Status, Appointment> each() {
        Map<Status, Appointment> each = new EnumMap<>(Status.class);
        Appointment held = Appointment.hold(
                        new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                        place(),
                        CLIENT,
                        "desk",
                        POLICY,
                        LONG_BEFORE.plus(Duration.ofMinutes(10)))
                .next();
        Appointment confirmed = held.confirm(CLIENT, LONG_BEFORE).next();
        Appointment inChair = Visit.of(Visit.of(confirmed).checkIn(null, START).next())
                .start()
                .next();
        each.put(HELD, held);
        each.put(CONFIRMED, confirmed);
        each.put(CHECKED_IN, Visit.of(confirmed).checkIn(null, START).next());
        each.put(IN_CHAIR, inChair);
        each.put(COMPLETED, Visit.of(inChair).complete(AT_THE_END).next());
        each.put(CANCELLED, confirmed.cancel(CLIENT_REQUEST, LONG_BEFORE).next());
        each.put(
                LATE_CANCELLED, confirmed.cancel(CLIENT_REQUEST, SHORTLY_BEFORE).next());
        each.put(
                NO_SHOW,
                Visit.of(confirmed).noShow("NO_SHOW", null, null, AFTERWARDS).next());
        each.put(EXPIRED, held.release("LAPSED").next());
        return each;
    }

    @Test
    void saysByTheClinicsClockUntilWhenTheClientCanCome() {
        Visit visit = Visit.of(Objects.requireNonNull(EACH.get(CONFIRMED)));

        assertThatThrownBy(() -> visit.noShow("NO_SHOW", null, null, START))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.detail()).contains("until 2 March 2027, 11:15."));
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, DAY_BEFORE, ''",
        "CONFIRMED, DAY_BEGINS, CHECK_IN",
        "CONFIRMED, START, 'CHECK_IN,NO_SHOW_IN_GRACE'",
        "CONFIRMED, AFTERWARDS, 'CHECK_IN,NO_SHOW'",
        "CONFIRMED, DAY_AFTER, NO_SHOW",
        "CHECKED_IN, START, UNDO_CHECK_IN",
        "NO_SHOW, AFTERWARDS, CHECK_IN",
        "NO_SHOW, DAY_AFTER, ''",
        "HELD, START, ''",
        "COMPLETED, AFTERWARDS, ''"
    })
    void namesTheStepsOfItsDayThatAreNotRefused(Status status, String when, String steps) {
        Instant now = Objects.requireNonNull(Map.of(
                        "DAY_BEFORE", DAY_BEFORE,
                        "DAY_BEGINS", DAY_BEGINS,
                        "START", START,
                        "AFTERWARDS", AFTERWARDS,
                        "DAY_AFTER", DAY_AFTER)
                .get(when));

        assertThat(VisitStep.possible(Objects.requireNonNull(EACH.get(status)), now).stream()
                        .map(VisitStep::name)
                        .collect(Collectors.joining(",")))
                .isEqualTo(steps);
    }

    /** What becomes of each state, in their order; {@code -} is a refusal, {@code =} no change. */
    static Stream<Arguments> commands() {
        return Stream.of(
                command("confirm", it -> it.confirm(CLIENT, LONG_BEFORE), "CONFIRMED - - - - - - - -"),
                command("confirm a lapsed hold", it -> it.confirm(CLIENT, START), "- - - - - - - - -"),
                command(
                        "confirm for another",
                        it -> it.confirm(new ClientId(Ids.next(ClientId.PREFIX)), LONG_BEFORE),
                        "- - - - - - - - -"),
                command("release", it -> it.release("LAPSED"), "EXPIRED = = = = = = = ="),
                command("give back", Appointment::giveBack, "EXPIRED - - - - - - - ="),
                command(
                        "reschedule",
                        it -> it.reschedule(place(), CLIENT_REQUEST, WITHIN_THE_GRACE),
                        "- CONFIRMED - - - - - - -"),
                command(
                        "reschedule when its grace is over",
                        it -> it.reschedule(place(), CLIENT_REQUEST, AFTERWARDS),
                        "- - - - - - - - -"),
                command("cancel in time", it -> it.cancel(CLIENT_REQUEST, LONG_BEFORE), "- CANCELLED - - - - - - -"),
                command("cancel late", it -> it.cancel(CLIENT_REQUEST, START), "- LATE_CANCELLED - - - - - - -"),
                command("cancel when it is over", it -> it.cancel(CLIENT_REQUEST, AT_THE_END), "- - - - - - - - -"),
                command(
                        "check in",
                        it -> Visit.of(it).checkIn(null, DAY_BEGINS),
                        "- CHECKED_IN - - - - - CHECKED_IN -"),
                command("check in the day before", it -> Visit.of(it).checkIn(null, DAY_BEFORE), "- - - - - - - - -"),
                command("check in the day after", it -> Visit.of(it).checkIn(null, DAY_AFTER), "- - - - - - - - -"),
                command("undo a check-in", it -> Visit.of(it).undoCheckIn(), "- - CONFIRMED - - - - - -"),
                command("extend", it -> Visit.of(it).extend(30), "- - CHECKED_IN IN_CHAIR - - - - -"),
                command(
                        "find a conflict",
                        it -> AppointmentConflict.of(it).withPlans("CLINIC_CLOSED"),
                        "= CONFIRMED = = = = = = ="),
                command("find that it fits", it -> AppointmentConflict.of(it).withPlans(null), "= = = = = = = = ="),
                command(
                        "no-show",
                        it -> Visit.of(it).noShow("NO_SHOW", null, null, AFTERWARDS),
                        "- NO_SHOW - - - - - - -"),
                command(
                        "no-show within the grace",
                        it -> Visit.of(it).noShow("NO_SHOW", null, null, START),
                        "- - - - - - - - -"),
                command(
                        "start",
                        it -> Visit.of(it).start(),
                        "IN_CHAIR IN_CHAIR IN_CHAIR = = IN_CHAIR IN_CHAIR IN_CHAIR IN_CHAIR"),
                command(
                        "complete",
                        it -> Visit.of(it).complete(AT_THE_END),
                        "COMPLETED COMPLETED COMPLETED COMPLETED = COMPLETED COMPLETED COMPLETED COMPLETED"),
                command(
                        "conflict",
                        it -> Visit.of(it).conflict(AT_THE_END),
                        "COMPLETED COMPLETED COMPLETED COMPLETED = COMPLETED COMPLETED COMPLETED COMPLETED"));
    }

    private static Arguments command(String name, Function<Appointment, Change<Appointment>> command, String outcomes) {
        return Arguments.of(name, command, List.of(outcomes.split(" ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void goesWhereTheRulesSayAndNowhereElse(
            String name, Function<Appointment, Change<Appointment>> command, List<String> outcomes) {
        assertThat(EACH).containsOnlyKeys(Status.values());
        assertThat(EACH.values())
                .extracting(it -> outcome(it, command))
                .as(name)
                .isEqualTo(outcomes);
    }

    private static String outcome(Appointment before, Function<Appointment, Change<Appointment>> command) {
        Appointment after;
        try {
            after = command.apply(before).next();
        } catch (Refusal refusal) {
            return "-";
        }
        if (after.equals(before)) {
            return "=";
        }
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.claims() != null)
                .as("claims while it is active, and only then")
                .isEqualTo(after.status().isActive());
        return after.status().name();
    }

    private static Appointment confirmed() {
        return Objects.requireNonNull(EACH.get(CONFIRMED));
    }

    @Test
    void isHistoryWhereADemoBooksATimeThatIsOverBySystemTimeOrByAMovedClock() {
        Instant start = Instant.now().minus(Duration.ofHours(1));
        Instant before = start.minus(Duration.ofDays(1));
        String ulid = UlidCreator.getUlid(before.toEpochMilli()).toLowerCase();
        AllocatedSlot place = place(start);

        Appointment booked = Appointment.book(
                        new AppointmentId(AppointmentId.PREFIX + "_" + ulid), place, CLIENT, "desk", POLICY, null)
                .next();

        assertThat(booked.wasWrittenDownLater()).isFalse();
        BusinessClock.at(before, () -> assertThat(booked.wasWrittenDownLater()).isTrue());
    }

    @Test
    void waitsAgainWhenTheStartIsUndone() {
        Appointment seated = Visit.of(confirmed()).start().next();

        assertThat(Visit.of(seated).undoStart().next().status()).isEqualTo(CHECKED_IN);
        assertThat(Visit.of(confirmed()).undoStart().event()).isNull();
        assertThat(Visit.of(Visit.of(seated).complete(START).next()).undoStart().event())
                .isNull();
    }

    @Test
    void belongsToTheDayItWasDoneOn() {
        Instant done = Instant.parse("2027-02-26T15:00:00Z");

        Appointment completed = Visit.of(confirmed()).complete(done).next();

        assertThat(confirmed().day()).isEqualTo("2027-03-02");
        assertThat(completed.day()).isEqualTo("2027-02-26");
    }

    @Test
    void endsAConflictWithItsNextEvent() {
        Appointment conflicting =
                AppointmentConflict.of(confirmed()).withPlans("CLINIC_CLOSED").next();

        assertThat(conflicting.conflict()).isEqualTo("CLINIC_CLOSED");
        assertThat(AppointmentConflict.of(conflicting)
                        .withPlans("CHAIR_REMOVED")
                        .event())
                .isNull();
        assertThat(AppointmentConflict.of(conflicting).withPlans(null).next().conflict())
                .isNull();
        assertThat(conflicting
                        .reschedule(place(), CLIENT_REQUEST, LONG_BEFORE)
                        .next()
                        .conflict())
                .isNull();
    }

    private static Appointment heldSession() {
        return Appointment.holdForCourse(
                        new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                        place(),
                        CLIENT,
                        "test",
                        POLICY,
                        new CourseId(Ids.next(CourseId.PREFIX)),
                        LONG_BEFORE)
                .next();
    }

    @Test
    void keepsASessionUntilItsCourseGivesItBack() {
        Appointment held = heldSession();

        assertThat(held.isLapsed(AFTERWARDS)).as("alone it never lapses").isFalse();
        assertThat(held.claims()).isNotEmpty();
        assertThat(held.release("DEPOSIT_NOT_PAID").next().status()).isEqualTo(EXPIRED);
        assertThat(held.release("DEPOSIT_NOT_PAID").next().claims()).isNull();
    }

    @Test
    void booksAHeldSessionOnceAndSaysWhoDidNotWaitForTheDeposit() {
        PlanOverride without = new PlanOverride(List.of(PlanOverride.DEPOSIT), "CLINIC_MANAGER", "GOODWILL");
        Appointment held = heldSession();

        Appointment booked = held.confirmInCourse(without).next();

        assertThat(booked.status()).isEqualTo(CONFIRMED);
        assertThat(booked.override()).isEqualTo(without);
        assertThat(booked.holdExpiresAt()).isNull();
        assertThat(booked.confirmInCourse(null).event()).isNull();
        assertThat(booked.release("DEPOSIT_NOT_PAID").event()).isNull();
        assertThat(held.release("GIVEN_BACK").next().confirmInCourse(null).event())
                .isNull();
        assertThat(held.confirmInCourse(null).next().override()).isNull();
    }

    @Test
    void movesAndCancelsNoSessionThatWaitsForTheDeposit() {
        Appointment held = heldSession();

        assertThatThrownBy(() -> held.requireMovable(LONG_BEFORE)).hasMessageContaining("deposit of its course");
        assertThatThrownBy(() -> held.cancel(CLIENT_REQUEST, LONG_BEFORE))
                .hasMessageContaining("deposit of its course");
        assertThatThrownBy(() -> Visit.of(held).checkIn(null, START)).hasMessageContaining("deposit of its course");
        assertThat(held.isMovable(LONG_BEFORE)).isFalse();
    }
}
