package io.hairline.treatment.chartaccess;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Caller;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.Client;
import io.hairline.treatment.referencedata.ReferenceData;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may read, and who may write in, whose chart. A role that never may is refused with 403 before anything is looked
 * up; a client out of reach looks as if there were none.
 */
@Component
public class ChartAccess {

    private static final Role[] TREAT = {Role.PRACTITIONER, Role.CLINIC_MANAGER};
    private static final Role[] DESK = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK};

    private final ActingCallers callers;
    private final ReferenceData referenceData;
    private final MergedIds mergedClients;
    private final OpenCharts openCharts;
    private final AccessLog log;

    ChartAccess(
            ActingCallers callers,
            ReferenceData referenceData,
            OpenCharts openCharts,
            AccessLog log,
            MergedIds mergedClients) {
        this.callers = callers;
        this.referenceData = referenceData;
        this.mergedClients = mergedClients;
        this.openCharts = openCharts;
        this.log = log;
    }

    /** Opens a chart, or the part of it that the caller may read, to those who treat and to the client. */
    public ChartReading toRead(ClientId client, AccessedRecord what) {
        return open(client, what, TREAT);
    }

    /** Opens what a client signed: to the desk, too. */
    public ChartReading toReadSigned(ClientId client, AccessedRecord what) {
        return open(client, what, DESK);
    }

    /** Opens one entry of a chart, which the caller has found by its id. */
    public void toReadEntry(ClientId client, ClinicId writtenIn, AccessedRecord what) {
        var _ = toReadEntry(client, List.of(writtenIn), what);
    }

    /** Opens an entry that several clinics share to those who may read the entries of one of them. Answers how much that is. */
    public ChartReading toReadEntry(ClientId client, Collection<ClinicId> sharedBy, AccessedRecord what) {
        Caller caller = callers.current();
        if (caller.isClient()) {
            requireSelf(caller, client);
            return ChartReading.whole();
        }
        OpenCharts.Opened opened = openEntry(caller, client, sharedBy, what, TREAT);
        log.add(client, caller, opened.grant(), what);
        return opened.reading();
    }

    /** Whether the caller might open an entry; nothing is opened, so nothing is logged. */
    public boolean mayReadEntry(ClientId client, ClinicId writtenIn, AccessedRecord what) {
        Caller caller = callers.current();
        return caller.isClient()
                ? mergedClients.same(client, caller.clientId())
                : openCharts
                        .find(caller, client, what, TREAT)
                        .filter(it -> it.reading().covers(writtenIn))
                        .isPresent();
    }

    /**
     * Lets those change an entry who treat in the clinic that wrote it; the client isn't one of them. What opens a chart to
     * others, such as a pass, lets them read. Answers how much they may read.
     */
    public ChartReading toChangeEntry(ClientId client, ClinicId writtenIn, AccessedRecord what) {
        Caller caller = callers.current();
        OpenCharts.Opened opened = openEntry(caller, client, List.of(writtenIn), what, TREAT);
        caller.requireIn(writtenIn, TREAT);
        log.add(client, caller, opened.grant(), what);
        return opened.reading();
    }

    /**
     * Lets those go on from an entry who treat in the clinic that wrote it, or in one to which the client goes for treatment: by a
     * visit that the client booked, or a pass for treatment or a transfer. Others who may read it are told what to do.
     * Answers the clinic in which they go on.
     */
    public ClinicId toTreatFromEntry(ClientId client, ClinicId writtenIn, AccessedRecord what) {
        Caller caller = callers.current();
        OpenCharts.Opened opened = openEntry(caller, client, List.of(writtenIn), what, TREAT);
        if (!opened.reading().leadsToTreatment(writtenIn)) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "pass-needed",
                    "The client doesn't go to your clinic for treatment. Ask the client for a pass for treatment,"
                            + " or the clinic that treats.");
        }
        log.add(client, caller, opened.grant(), what);
        return caller.mayIn(writtenIn, TREAT) ? writtenIn : opened.grant().clinicId();
    }

    /** For an entry that the client takes back: alone, or at the desk of a clinic that receives the client and may read it. */
    public void toSignEntry(ClientId client, ClinicId writtenIn, AccessedRecord what) {
        sign(client, writtenIn, what, DESK);
    }

    /** The client, or those who treat the client and may read the plan. */
    public void toSignPlan(ClientId client, ClinicId writtenIn) {
        sign(client, writtenIn, AccessedRecord.PLAN, TREAT);
    }

    /** The client, or those who treat the client and may read the consultation. */
    public void toSignHairline(ClientId client, ClinicId writtenIn) {
        sign(client, writtenIn, AccessedRecord.CONSULTATION, TREAT);
    }

    /** For who has read a chart and opened it: the client, and the manager of the home clinic. Answers the caller. */
    public Caller toReadAccessLog(ClientId client) {
        Caller caller = callers.current();
        boolean allowed;
        if (caller.isClient()) {
            allowed = client.equals(caller.clientId());
        } else {
            caller.require(Role.CLINIC_MANAGER);
            allowed = referenceData
                    .findClient(client)
                    .filter(it -> caller.mayIn(it.homeClinicId(), Role.CLINIC_MANAGER))
                    .isPresent();
        }
        if (!allowed) {
            throw Refusal.notFound();
        }
        return caller;
    }

    /** Those who treat the client. Answers the clinic for which they do. */
    public ClinicId toTreat(ClientId client) {
        return reached(client, TREAT);
    }

    /** What a client does alone, or with those who treat. */
    public ClinicId toTreatOrSelf(ClientId client) {
        return selfOr(client, TREAT);
    }

    /** The home clinic of the caller, who may be a client. */
    public Optional<ClinicId> homeOfCaller() {
        return Optional.ofNullable(callers.current().clientId())
                .flatMap(referenceData::findClient)
                .map(Client::homeClinicId);
    }

    /** What a client signs, at home or at the desk. */
    public ClinicId toSign(ClientId client) {
        return selfOr(client, DESK);
    }

    /** The clinic's people, the desk included; not the client. */
    public ClinicId toReceive(ClientId client) {
        return reached(client, DESK);
    }

    /** An appointment of a clinic where the caller treats. It may be on its way from booking. */
    public Appointment toTreatIn(AppointmentId appointment) {
        Caller caller = callers.current();
        caller.require(TREAT);
        return ReplicaWait.await(
                () -> referenceData.findAppointment(appointment).filter(it -> caller.mayIn(it.clinicId(), TREAT)));
    }

    /** The clinics in which the caller treats the client: at least one. */
    public List<ClinicId> clinicsToTreatIn(ClientId client) {
        Caller caller = callers.current();
        caller.require(TREAT);
        return ReplicaWait.await(
                () -> Optional.of(clinicsToTreatIn(caller, client)).filter(it -> !it.isEmpty()));
    }

    /** The same, whichever clinic the call names: none for a client who isn't known or doesn't come to them. */
    public List<ClinicId> allClinicsToTreatIn(ClientId client) {
        Caller caller = callers.everywhere();
        caller.require(TREAT);
        return clinicsToTreatIn(caller, client);
    }

    private List<ClinicId> clinicsToTreatIn(Caller caller, ClientId client) {
        return referenceData.findClient(client).stream()
                .flatMap(this::clinicsOf)
                .filter(it -> caller.mayIn(it, TREAT))
                .toList();
    }

    /** Those who treat in one clinic. Answers the caller. */
    public Caller toTreatIn(ClinicId clinic) {
        Caller caller = callers.current();
        caller.requireIn(clinic, TREAT);
        return caller;
    }

    /** Whether the caller is a client, or treats in this clinic. */
    public boolean isSelfOrTreatsIn(ClinicId clinic) {
        Caller caller = callers.current();
        return caller.isClient() || caller.mayIn(clinic, TREAT);
    }

    /** Refuses with 403 callers who treat nobody. */
    public void toTreatAnybody() {
        callers.current().require(TREAT);
    }

    /** Refuses with 403 callers who never read a chart. */
    public void toReadAnybody() {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            caller.require(TREAT);
        }
    }

    private ChartReading open(ClientId client, AccessedRecord what, Role... roles) {
        Caller caller = callers.current();
        if (caller.isClient()) {
            requireSelf(caller, client);
            return ChartReading.whole();
        }
        caller.require(roles);
        OpenCharts.Opened opened = openCharts.require(caller, client, what, roles);
        log.add(client, caller, opened.grant(), what);
        return opened.reading();
    }

    /** The client, or those of a clinic that receives the client: a clinic that only reads signs nothing. */
    private void sign(ClientId client, ClinicId writtenIn, AccessedRecord what, Role... roles) {
        Caller caller = callers.current();
        if (caller.isClient()) {
            requireSelf(caller, client);
            return;
        }
        OpenCharts.Opened opened = openEntry(caller, client, List.of(writtenIn), what, roles);
        if (referenceData
                .findClient(client)
                .flatMap(it -> reached(caller, it, roles))
                .isEmpty()) {
            throw Refusal.notFound();
        }
        log.add(client, caller, opened.grant(), what);
    }

    private OpenCharts.Opened openEntry(
            Caller caller, ClientId client, Collection<ClinicId> sharedBy, AccessedRecord what, Role... roles) {
        caller.require(roles);
        OpenCharts.Opened opened = openCharts.require(caller, client, what, roles);
        if (sharedBy.stream().noneMatch(opened.reading()::covers)) {
            throw Refusal.notFound();
        }
        return opened;
    }

    private ClinicId selfOr(ClientId client, Role... roles) {
        Caller caller = callers.current();
        if (caller.isClient()) {
            requireSelf(caller, client);
            return referenceData.requireClient(client).homeClinicId();
        }
        return reached(client, roles);
    }

    private void requireSelf(Caller caller, ClientId client) {
        if (!mergedClients.same(client, caller.clientId())) {
            throw Refusal.notFound();
        }
    }

    /** A client who isn't known yet and one out of reach are waited for alike, and get the same answer. */
    private ClinicId reached(ClientId client, Role... roles) {
        Caller caller = callers.current();
        caller.require(roles);
        return ReplicaWait.await(() -> referenceData.findClient(client).flatMap(it -> reached(caller, it, roles)));
    }

    /** The client's home clinic, and where the client was or will be. */
    private Optional<ClinicId> reached(Caller caller, Client client, Role... roles) {
        return clinicsOf(client).filter(it -> caller.mayIn(it, roles)).findFirst();
    }

    private Stream<ClinicId> clinicsOf(Client client) {
        return Stream.concat(
                        referenceData.homesOf(client.id()).stream(),
                        openCharts.visitsOf(client.id()).stream().map(Appointment::clinicId))
                .distinct();
    }
}
