package io.hairline.booking.appointment;

import io.hairline.kit.events.Change;
import java.util.List;

/** What else has to happen when an appointment changes, in the same transaction. */
public interface AppointmentFollowUp {

    /**
     * Called for every change that has an event; the transaction may run again, so the only side effects allowed are
     * writes that take part in it.
     *
     * @return changes of other aggregates to be recorded with this one
     */
    List<Change<?>> after(Change<Appointment> change);
}
