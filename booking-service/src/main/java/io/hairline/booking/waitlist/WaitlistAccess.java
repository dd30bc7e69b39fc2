package io.hairline.booking.waitlist;

import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.client.Clients;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whose wishes a caller sees and changes: a client's own, and those for a clinic of the staff's. */
@Component
class WaitlistAccess {

    private static final Role[] DESK = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE};
    private static final Role[] DIARY = {
        Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE
    };

    private final AppointmentAccess access;
    private final Clients clients;

    WaitlistAccess(AppointmentAccess access, Clients clients) {
        this.access = access;
        this.clients = clients;
    }

    /** A desk puts a client on the list for at least one of its own clinics; a client goes on it for any. */
    void toJoin(ClientId client, List<ClinicId> clinics) {
        Caller caller = access.caller();
        ClinicId through = caller.isStaff()
                ? clinics.stream()
                        .filter(it -> caller.mayIn(it, DESK))
                        .findFirst()
                        .orElseThrow(Refusal::notFound)
                : clinics.getFirst();
        access.toBook(client, through);
    }

    /** Keeps clients and visitors to their own wishes; staff see those for their clinics among a client's. */
    void toSeeOf(ClientId client) {
        Caller caller = access.caller();
        if (!caller.isStaff() && !clients.require(client).isMadeOrIs(caller)) {
            throw Refusal.notFound();
        }
    }

    boolean maySee(WaitlistEntry it) {
        return mayAs(it, DIARY);
    }

    void toChange(WaitlistEntry it) {
        if (!mayAs(it, DESK)) {
            throw Refusal.notFound();
        }
    }

    private boolean mayAs(WaitlistEntry it, Role... staff) {
        Caller caller = access.caller();
        return caller.isStaff()
                ? it.preferences().clinicIds().stream().anyMatch(clinic -> caller.mayIn(clinic, staff))
                : clients.require(it.clientId()).isMadeOrIs(caller);
    }
}
