package io.hairline.booking.appointment;

import io.hairline.booking.client.Clients;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import org.springframework.stereotype.Component;

/** Who may see and change which appointment. What is out of reach looks as if it weren't there. */
@Component
public class AppointmentAccess {

    private static final Role[] DIARY = {
        Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE
    };
    private static final Role[] DESK = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE};

    private final Callers callers;
    private final Clients clients;

    AppointmentAccess(Callers callers, Clients clients) {
        this.callers = callers;
        this.clients = clients;
    }

    public Caller caller() {
        return callers.current();
    }

    public void toBook(ClientId client, ClinicId clinic) {
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.requireIn(clinic, DESK);
            if (!clients.has(client)) {
                throw Refusal.notFound();
            }
        } else if (!clients.require(client).isMadeOrIs(caller)) {
            throw Refusal.notFound();
        }
    }

    void toHold(ClinicId clinic) {
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.requireIn(clinic, DESK);
        } else if (!caller.isClient() && !caller.isGuest()) {
            throw Refusal.forbidden();
        }
    }

    public void toSee(Appointment appointment) {
        if (!maySee(appointment)) {
            throw Refusal.notFound();
        }
    }

    /** Reschedule and cancel: the client herself, whoever booked it as a visitor, and the clinic's desk. */
    void toChange(Appointment appointment) {
        toSee(appointment);
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.requireIn(appointment.slot().clinicId(), DESK);
        }
    }

    /** Check-in and no-show: the desk alone. */
    void toReceive(Appointment appointment) {
        Caller caller = callers.current();
        caller.require(DESK);
        caller.requireIn(appointment.slot().clinicId(), DESK);
    }

    void toSeeDiaryOf(ClinicId clinic) {
        callers.current().requireIn(clinic, DIARY);
    }

    /** What belongs to a client and to a clinic that treats her: she herself, and that clinic's people. */
    public boolean maySee(ClientId client, ClinicId clinic) {
        Caller caller = callers.current();
        return caller.isStaff()
                ? caller.mayIn(clinic, DIARY)
                : clients.has(client) && clients.require(client).isMadeOrIs(caller);
    }

    boolean maySee(Appointment appointment) {
        Caller caller = callers.current();
        return caller.isStaff() ? caller.mayIn(appointment.slot().clinicId(), DIARY) : isHers(appointment, caller);
    }

    private static boolean isHers(Appointment appointment, Caller caller) {
        ClientId client = appointment.clientId();
        boolean made =
                (caller.isGuest() || caller.isClient()) && caller.subject().equals(appointment.madeBy());
        return made || (client != null && client.equals(caller.clientId()));
    }
}
