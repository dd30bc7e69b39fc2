package io.hairline.booking.appointment;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something done to the diary in a generated history. */
sealed interface Step {

    /**
     * A wish for a time; any chair will do.
     *
     * @param practitioner which of the practitioners
     * @param cell quarters of an hour after the history's part of the day begins
     */
    record Place(int practitioner, Treatment treatment, int cell) {}

    record Hold(Place place, @Nullable Integer client) implements Step {}

    record Book(Place place, int client) implements Step {}

    record Confirm(AppointmentId id, int client) implements Step {}

    record GiveBack(AppointmentId id) implements Step {}

    record Move(AppointmentId id, int practitioner, int cell) implements Step {}

    record Cancel(AppointmentId id) implements Step {}

    /** The due work of a hold whose time is over. */
    record Expire(AppointmentId id) implements Step {}

    /** Time passes, so much that every hold made before lapses. */
    record Wait() implements Step {}

    /** What is in force when everybody is done. */
    record Look() implements Step {}

    /** An appointment in force as the diary keeps it. */
    record Seen(
            Status status,
            Place place,
            ChairId chair,
            @Nullable Integer client) {}

    /** How a step ended. */
    sealed interface Outcome {

        record Refused(String why) implements Outcome {}

        record Placed(AppointmentId id, ChairId chair) implements Outcome {}

        record Done() implements Outcome {}

        record Found(Map<AppointmentId, Seen> inForce) implements Outcome {}
    }

    /**
     * A step with its outcome; it took effect at one moment of its span, if at all.
     *
     * @param from nanoseconds of the machine's own clock
     */
    record Recorded(Step step, Outcome outcome, long from, long until) {}

    /** The times of a service, in quarters of an hour. */
    enum Treatment {
        PATCH_TEST(1, 0, 0, 0),
        CONSULTATION(3, 0, 0, 0),
        TOUCH_UP(8, 1, 1, 0),
        SCAR(8, 2, 1, 2);

        final int time;
        final int preparation;
        final int cleaning;
        final int practitionerExtra;

        Treatment(int time, int preparation, int cleaning, int practitionerExtra) {
            this.time = time;
            this.preparation = preparation;
            this.cleaning = cleaning;
            this.practitionerExtra = practitionerExtra;
        }
    }
}
