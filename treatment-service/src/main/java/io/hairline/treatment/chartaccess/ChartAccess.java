package io.hairline.treatment.referencedata;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may open, and who may write in, whose chart. What is out of reach looks as if it weren't there. */
@Component
public class ChartAccess {

    private static final Role[] TREAT = {Role.PRACTITIONER, Role.CLINIC_MANAGER};
    private static final Role[] DESK = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK};

    private final Callers callers;
    private final ReferenceData referenceData;

    ChartAccess(Callers callers, ReferenceData referenceData) {
        this.callers = callers;
        this.referenceData = referenceData;
    }

    /** Those who treat her, and herself. */
    public void toRead(ClientId client) {
        toSee(client, TREAT);
    }

    /** What she signed: the desk too. */
    public void toSeeSigned(ClientId client) {
        toSee(client, DESK);
    }

    /** Those who treat her. Answers the clinic for which they do. */
    public ClinicId toTreat(ClientId client) {
        Caller caller = callers.current();
        caller.require(TREAT);
        return reached(caller, referenceData.requireClient(client), TREAT);
    }

    /** What a client does for herself, or those who treat her with her. */
    public ClinicId toTreatOrHerself(ClientId client) {
        return herselfOr(client, TREAT);
    }

    /** What a client signs, at home or at the desk. */
    public ClinicId toSign(ClientId client) {
        return herselfOr(client, DESK);
    }

    /** The clinic's people, the desk included; not the client. */
    public ClinicId toReceive(ClientId client) {
        Caller caller = callers.current();
        caller.require(DESK);
        return reached(caller, referenceData.requireClient(client), DESK);
    }

    /** Those who treat in one clinic. */
    public void toTreatIn(ClinicId clinic) {
        callers.current().requireIn(clinic, TREAT);
    }

    /** Refuses with 403, before anything is looked up, whoever treats nobody. */
    public void toTreatAnybody() {
        callers.current().require(TREAT);
    }

    /** Refuses with 403, before anything is looked up, whoever never reads a chart. */
    public void toReadAnybody() {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            caller.require(TREAT);
        }
    }

    /** Refuses with 403, before anything is looked up, whoever takes nobody's signature. */
    public void toSignForAnybody() {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            caller.require(DESK);
        }
    }

    private void toSee(ClientId client, Role... roles) {
        Caller caller = callers.current();
        if (caller.isClient()) {
            requireHerself(caller, client);
        } else {
            caller.require(roles);
            reached(caller, referenceData.findClient(client).orElseThrow(Refusal::notFound), roles);
        }
    }

    private ClinicId herselfOr(ClientId client, Role... roles) {
        Caller caller = callers.current();
        if (caller.isClient()) {
            requireHerself(caller, client);
            return referenceData.requireClient(client).homeClinicId();
        }
        caller.require(roles);
        return reached(caller, referenceData.requireClient(client), roles);
    }

    private static void requireHerself(Caller caller, ClientId client) {
        if (!client.equals(caller.clientId())) {
            throw Refusal.notFound();
        }
    }

    private ClinicId reached(Caller caller, Client client, Role... roles) {
        return clinicsOf(client).stream()
                .filter(it -> caller.mayIn(it, roles))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Her home clinic, and where she was or will be. */
    private List<ClinicId> clinicsOf(Client client) {
        Stream<ClinicId> visited = referenceData.appointmentsOf(client.id()).stream()
                .filter(it -> it.status().isOpen() || it.status() == AppointmentStatus.COMPLETED)
                .map(Appointment::clinicId);
        return Stream.concat(Stream.of(client.homeClinicId()), visited)
                .distinct()
                .toList();
    }
}
