package io.hairline.booking.appointment;

import io.hairline.booking.availability.MovableAppointments;
import io.hairline.booking.client.Clients;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import org.springframework.stereotype.Component;

/** Who may see and change which appointment. What is out of scope is answered like what doesn't exist. */
@Component
public class AppointmentAccess implements MovableAppointments {

    private static final Role[] DIARY = {
        Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE
    };
    private static final Role[] DESK = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE};

    private final Callers callers;
    private final Clients clients;
    private final MergedIds mergedClients;
    private final Appointments appointments;

    AppointmentAccess(Callers callers, Clients clients, MergedIds mergedClients, Appointments appointments) {
        this.callers = callers;
        this.clients = clients;
        this.mergedClients = mergedClients;
        this.appointments = appointments;
    }

    public Caller caller() {
        return callers.current();
    }

    /** Refuses with 403, before anything is looked up, staff whose roles never book, move or cancel. */
    public void requireBookingRole() {
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.require(DESK);
        }
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

    public void toHold(ClinicId clinic) {
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

    /** Reschedule and cancel: the client, the visitor who booked it, and the clinic's desk. */
    void toChange(Appointment appointment) {
        toSee(appointment);
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.requireIn(appointment.slot().clinicId(), DESK);
        }
    }

    @Override
    public void requireMovable(AppointmentId id) {
        requireBookingRole();
        toChange(appointments.require(id));
    }

    /** Check-in and no-show: the desk alone. */
    public void toReceive(Appointment appointment) {
        Caller caller = callers.current();
        caller.requireIn(appointment.slot().clinicId(), DESK);
    }

    /** What costs the clinic money: its manager and head office. */
    public void toManage(Appointment appointment) {
        callers.current().requireIn(appointment.slot().clinicId(), Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
    }

    public void toSeeDiaryOf(ClinicId clinic) {
        callers.current().requireIn(clinic, DIARY);
    }

    /** What belongs to a client and to a clinic that treats them: the client, and that clinic's staff. */
    public boolean maySee(ClientId client, ClinicId clinic) {
        Caller caller = callers.current();
        return caller.isStaff()
                ? caller.mayIn(clinic, DIARY)
                : clients.has(client) && clients.require(client).isMadeOrIs(caller);
    }

    public boolean maySee(Appointment appointment) {
        Caller caller = callers.current();
        return caller.isStaff() ? caller.mayIn(appointment.slot().clinicId(), DIARY) : isOwn(appointment, caller);
    }

    private boolean isOwn(Appointment appointment, Caller caller) {
        ClientId client = appointment.clientId();
        boolean made =
                (caller.isGuest() || caller.isClient()) && caller.subject().equals(appointment.madeBy());
        return made || mergedClients.same(client, caller.clientId());
    }
}
