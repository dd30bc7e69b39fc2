package io.hairline.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.appointment.Step.Book;
import io.hairline.booking.appointment.Step.Cancel;
import io.hairline.booking.appointment.Step.Confirm;
import io.hairline.booking.appointment.Step.Hold;
import io.hairline.booking.appointment.Step.Move;
import io.hairline.booking.appointment.Step.Outcome;
import io.hairline.booking.appointment.Step.Outcome.Done;
import io.hairline.booking.appointment.Step.Outcome.Placed;
import io.hairline.booking.appointment.Step.Outcome.Refused;
import io.hairline.booking.appointment.Step.Place;
import io.hairline.booking.appointment.Step.Recorded;
import io.hairline.booking.appointment.Step.Treatment;
import io.hairline.booking.appointment.Step.Wait;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.kit.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge of the generated histories must know a wrong one when it sees it. */
class LinearizationTests {

    private static final ChairId CHAIR = new ChairId(Ids.next(ChairId.PREFIX));
    private static final Place TEN = new Place(0, Treatment.CONSULTATION, 4);
    private static final Place QUARTER_PAST = new Place(0, Treatment.CONSULTATION, 5);
    private static final Refused TAKEN = new Refused("slot-taken");

    private final AppointmentId one = new AppointmentId(Ids.next(AppointmentId.PREFIX));
    private final AppointmentId other = new AppointmentId(Ids.next(AppointmentId.PREFIX));

    private static Recorded during(int from, int until, Step step, Outcome outcome) {
        return new Recorded(step, outcome, from, until);
    }

    private static boolean explained(Recorded... history) {
        return Linearization.exists(List.of(history), SequentialDiary.empty(List.of(CHAIR)));
    }

    @Test
    void findsADoubleBooking() {
        assertThat(explained(
                        during(0, 5, new Book(TEN, 1), new Placed(one, CHAIR)),
                        during(1, 6, new Book(QUARTER_PAST, 2), new Placed(other, CHAIR))))
                .isFalse();
    }

    @Test
    void findsARefusalWithoutAReason() {
        assertThat(explained(
                        during(0, 2, new Book(TEN, 1), new Placed(one, CHAIR)),
                        during(3, 4, new Cancel(one), new Done()),
                        during(5, 6, new Book(TEN, 2), TAKEN)))
                .isFalse();
    }

    @Test
    void acceptsARefusalWhileTheOtherMayStillHaveHadIt() {
        assertThat(explained(
                        during(0, 2, new Book(TEN, 1), new Placed(one, CHAIR)),
                        during(3, 6, new Cancel(one), new Done()),
                        during(5, 8, new Book(TEN, 2), TAKEN)))
                .isTrue();
    }

    @Test
    void findsAHoldThatWasKeptBeyondItsTime() {
        assertThat(explained(
                        during(0, 1, new Hold(TEN, null), new Placed(one, CHAIR)),
                        during(2, 3, new Wait(), new Done()),
                        during(4, 5, new Confirm(one, 1), new Placed(one, CHAIR))))
                .isFalse();
    }

    @Test
    void findsAHoldThatWasConfirmedAfterSomebodyElseTookItsTime() {
        assertThat(explained(
                        during(0, 1, new Hold(TEN, null), new Placed(one, CHAIR)),
                        during(2, 3, new Wait(), new Done()),
                        during(2, 9, new Confirm(one, 1), new Placed(one, CHAIR)),
                        during(4, 8, new Book(QUARTER_PAST, 2), new Placed(other, CHAIR))))
                .isFalse();
    }

    @Test
    void acceptsAHoldThatWasConfirmedOnItsLastMoment() {
        assertThat(explained(
                        during(0, 1, new Hold(TEN, null), new Placed(one, CHAIR)),
                        during(2, 3, new Wait(), new Done()),
                        during(2, 9, new Confirm(one, 1), new Placed(one, CHAIR)),
                        during(4, 5, new Confirm(one, 2), new Refused("hold-expired"))))
                .isTrue();
    }

    @Test
    void movesNothingBeforeItWasMade() {
        assertThat(explained(
                        during(0, 2, new Book(TEN, 1), new Placed(one, CHAIR)),
                        during(0, 4, new Move(one, 0, 12), TAKEN)))
                .isFalse();
    }
}
