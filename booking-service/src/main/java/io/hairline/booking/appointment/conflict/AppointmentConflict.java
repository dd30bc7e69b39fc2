package io.hairline.booking.appointment.conflict;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Status;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictFound;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictResolved;
import io.hairline.kit.events.Change;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a confirmed appointment comes into a conflict and out of it: with the plans it was booked under, with
 * another session of its course, or with another appointment of its client. It has one conflict at a time.
 */
public final class AppointmentConflict {

    /** Due work: appointments are compared with the plans. */
    public static final String SEARCH = "conflict-search";

    static final String ONE = "appointment";

    /** These end when one of the two sessions moves. */
    private static final Set<String> WITH_ITS_COURSE = Set.of("HEALING_GAP", "OUT_OF_ORDER", "NOT_HEALED");
    /** Ends when the session moves, or when the practitioner has seen that the skin has healed. */
    private static final String NOT_HEALED = "NOT_HEALED";
    /** The client has another appointment at that time. */
    private static final String CLIENT_BUSY = "CLIENT_BUSY";

    private final Appointment appointment;

    private AppointmentConflict(Appointment appointment) {
        this.appointment = appointment;
    }

    /** The subject of a {@link #SEARCH} for one appointment. */
    public static String searchOf(Appointment it) {
        return ONE + "|" + it.id().value() + "|";
    }

    /** The conflict of an appointment as it stands now. */
    public static AppointmentConflict of(Appointment appointment) {
        return new AppointmentConflict(appointment);
    }

    /** Whether another session of its course has come too close to it, or behind it, or the skin needs more time before it. */
    public boolean isWithItsCourse() {
        return appointment.conflict() != null && WITH_ITS_COURSE.contains(appointment.conflict());
    }

    /**
     * Notes whether it fits the plans it was booked under. A conflict of another kind stays as it is.
     *
     * @param reasonCode why it doesn't; absent if it does
     */
    public Change<Appointment> withPlans(@Nullable String reasonCode) {
        boolean noted = (appointment.conflict() == null) == (reasonCode == null);
        return noted || isWithItsCourse() || CLIENT_BUSY.equals(appointment.conflict())
                ? Change.none(appointment)
                : note(reasonCode);
    }

    /**
     * Notes whether it lies right for the others of its course. A conflict of another kind stays as it is.
     *
     * @param reasonCode {@code HEALING_GAP} or {@code OUT_OF_ORDER}; absent if it lies right
     */
    public Change<Appointment> withCourse(@Nullable String reasonCode) {
        boolean noted = isWithItsCourse() == (reasonCode != null) || isDelayedByHealing();
        return noted ? Change.none(appointment) : note(reasonCode);
    }

    /** Notes whether the skin needs more time than is left until the session. */
    public Change<Appointment> withHealing(boolean delayed) {
        return delayed == isDelayedByHealing() ? Change.none(appointment) : note(delayed ? NOT_HEALED : null);
    }

    /** Whether a practitioner has seen that the skin needs more time before it. */
    public boolean isDelayedByHealing() {
        return NOT_HEALED.equals(appointment.conflict());
    }

    private Change<Appointment> note(@Nullable String reasonCode) {
        ClientId client = appointment.clientId();
        if (client == null || appointment.status() != Status.CONFIRMED) {
            return Change.none(appointment);
        }
        Appointment next = appointment.next(appointment.status());
        return reasonCode == null
                ? Change.to(
                        next,
                        new AppointmentConflictResolved(appointment.id(), client, appointment.slot(), "FITS_AGAIN"))
                : Change.to(
                        next.withConflict(reasonCode),
                        new AppointmentConflictFound(appointment.id(), client, appointment.slot(), reasonCode));
    }
}
