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

import io.hairline.booking.diary.ServiceDurations;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of an appointment in each state by each command. */
class AppointmentTests {

    private static final Instant START = Instant.parse("2027-03-02T10:00:00Z");
    private static final Instant LONG_BEFORE = START.minus(Duration.ofDays(10));
    private static final Instant SHORTLY_BEFORE = START.minus(Duration.ofHours(3));
    private static final Instant AFTERWARDS = START.plus(Duration.ofMinutes(16));
    private static final ClientId CLIENT = new ClientId(Ids.next(ClientId.PREFIX));
    private static final BookingPolicy POLICY = new BookingPolicy(
            60, 400, 10, 3, 15, List.of(new CancellationTier(72, 100), new CancellationTier(24, 50)), null, null);
    private static final ChangeReason CLIENTS_WISH = ChangeReason.of("CLIENT_REQUEST");
    private static final Map<Status, Appointment> EACH = each();

    private static Appointment.Place place() {
        AppointmentSlot slot = new AppointmentSlot(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                new ChairId(Ids.next(ChairId.PREFIX)),
                "CONSULTATION",
                START,
                START.plus(Duration.ofMinutes(45)),
                LocalDateTime.parse("2027-03-02T11:00"),
                "Europe/Berlin");
        return new Appointment.Place(slot, new ServiceDurations(45, 0, 0, 0));
    }

    private static Map<Status, Appointment> each() {
        Map<Status, Appointment> each = new EnumMap<>(Status.class);
        Appointment held = Appointment.hold(
                        new AppointmentId(Ids.next(AppointmentId.PREFIX)), place(), CLIENT, "desk", POLICY, LONG_BEFORE)
                .next();
        Appointment confirmed = held.confirm(CLIENT, LONG_BEFORE).next();
        Appointment inChair = confirmed.checkIn().next().start().next();
        each.put(HELD, held);
        each.put(CONFIRMED, confirmed);
        each.put(CHECKED_IN, confirmed.checkIn().next());
        each.put(IN_CHAIR, inChair);
        each.put(COMPLETED, inChair.complete().next());
        each.put(CANCELLED, confirmed.cancel(CLIENTS_WISH, LONG_BEFORE).next());
        each.put(LATE_CANCELLED, confirmed.cancel(CLIENTS_WISH, SHORTLY_BEFORE).next());
        each.put(NO_SHOW, confirmed.noShow("NO_SHOW", AFTERWARDS).next());
        each.put(EXPIRED, held.release("LAPSED").next());
        return each;
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
                        it -> it.reschedule(place(), CLIENTS_WISH, LONG_BEFORE),
                        "- CONFIRMED - - - - - - -"),
                command("cancel in time", it -> it.cancel(CLIENTS_WISH, LONG_BEFORE), "- CANCELLED - - - - - - -"),
                command("cancel late", it -> it.cancel(CLIENTS_WISH, START), "- LATE_CANCELLED - - - - - - -"),
                command("check in", Appointment::checkIn, "- CHECKED_IN - - - - - - -"),
                command("no-show", it -> it.noShow("NO_SHOW", AFTERWARDS), "- NO_SHOW - - - - - - -"),
                command("no-show within the grace", it -> it.noShow("NO_SHOW", START), "- - - - - - - - -"),
                command(
                        "start",
                        Appointment::start,
                        "IN_CHAIR IN_CHAIR IN_CHAIR = = IN_CHAIR IN_CHAIR IN_CHAIR IN_CHAIR"),
                command(
                        "complete",
                        Appointment::complete,
                        "COMPLETED COMPLETED COMPLETED COMPLETED = COMPLETED COMPLETED COMPLETED COMPLETED"),
                command(
                        "conflict",
                        Appointment::conflict,
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
}
