package io.hairline.booking.appointment.spacing;

import io.hairline.booking.appointment.Appointment;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.kit.events.Change;
import java.util.List;

/** Time to heal between the sessions of a course. For an appointment without a course there is nothing to do. */
public interface SessionSpacing {

    /**
     * Called in the transaction that moves an appointment. A place too close to an earlier session, or to one that can't
     * move any more, is refused.
     *
     * @return later sessions of the course that lie wrong from now on, or right again
     */
    List<Change<Appointment>> afterMove(Appointment moving, AppointmentSlot to);

    /**
     * Called in the transaction that cancels an appointment.
     *
     * @return later sessions of the course that lie right again without it
     */
    List<Change<Appointment>> afterEnd(Appointment ended);

    /**
     * Holds times for the sessions of the same course that have to move; asked again, it names the same ones while they are
     * held.
     *
     * @param madeBy subject of the caller
     */
    List<SessionToReplan> offers(Appointment moved, String madeBy);
}
